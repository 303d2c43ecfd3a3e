package main

type T int

func (T) m()

func main() { T(0).m() }
