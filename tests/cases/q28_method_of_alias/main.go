package main

import (
	_ "unsafe"
	_ "example.com/c/lib"
)

//go:linkname f example.com/c/lib.A.m
func f()

func main() { f() }
