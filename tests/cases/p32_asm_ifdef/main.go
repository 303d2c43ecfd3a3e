package main

func f() int64

func main() { println(f()) }
