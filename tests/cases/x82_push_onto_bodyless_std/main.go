package main

import (
	"os"
	_ "unsafe"
)

//go:linkname f os.sigpipe
func f() {}

func main() { println(len(os.Args)); f() }
