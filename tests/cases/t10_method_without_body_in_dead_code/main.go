package main

type T int

func (T) m()

func main() { if false { T(0).m() } }
