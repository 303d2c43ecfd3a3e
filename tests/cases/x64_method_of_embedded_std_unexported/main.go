package main

import (
	"os"
	_ "unsafe"
)

//go:linkname f os.File.close
func f(os.File) error

func main() { println(f(*os.Stdin)) }
