package main

import (
	_ "golang.org/x/net/http/httpguts"
	_ "unsafe"
)

//go:linkname isCTL golang.org/x/net/http/httpguts.isCTL
func isCTL(b byte) bool

func main() { isCTL(0) }
