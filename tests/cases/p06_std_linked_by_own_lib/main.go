package main

import (
	"example.com/c/lib"
	_ "unsafe"
)

//go:linkname f net.isDomainName
func f(string) bool

func main() { println(f(lib.X())) }
