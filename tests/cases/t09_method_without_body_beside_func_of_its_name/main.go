package main

type T int

func (T) m()

func m() {}

func main() { m() }
