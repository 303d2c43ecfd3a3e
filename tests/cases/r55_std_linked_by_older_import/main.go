package main

import (
	_ "fmt"
	_ "unsafe"
)

//go:linkname f sort.Strings
func f()

func main() { f() }
