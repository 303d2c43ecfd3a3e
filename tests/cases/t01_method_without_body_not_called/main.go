package main

type T int

func (T) m()

func main() {}
