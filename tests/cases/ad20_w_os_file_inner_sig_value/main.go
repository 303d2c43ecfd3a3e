package main

import (
	"os"
	_ "unsafe"
)

//go:linkname epipecheck os.(*file).close
func epipecheck(f *os.File) error

func main() { println(epipecheck(os.Stdin)) }
