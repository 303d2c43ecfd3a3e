package main

func v() bool

func main() { println(v()) }
