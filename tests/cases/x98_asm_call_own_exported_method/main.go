package main

type T int

func (T) M() { println(1) }

func v()

func main() { v() }
