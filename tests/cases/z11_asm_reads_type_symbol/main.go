package main

func v() uintptr

func main() { println(v() != 0) }
