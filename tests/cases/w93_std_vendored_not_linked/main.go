package main

import _ "unsafe"

//go:linkname isCTL vendor/golang.org/x/net/http/httpguts.isCTL
func isCTL(b byte) bool

func main() { isCTL(0) }
