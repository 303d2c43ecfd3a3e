package main

import (
	"os"
	_ "unsafe"
)

//go:linkname stub os.OpenFile
func stub(string, int, uint32) (*os.File, error)

//go:noinline
func g(f func(string) (*os.File, error)) { f("x") }
func main()                              { g(os.Open) }
