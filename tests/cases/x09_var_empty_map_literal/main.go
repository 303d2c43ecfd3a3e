package main

import (
	_ "example.com/c/lib"
	_ "unsafe"
)

//go:linkname b example.com/c/lib.m
var b = map[string]int{}

func main() { println(len(b)) }
