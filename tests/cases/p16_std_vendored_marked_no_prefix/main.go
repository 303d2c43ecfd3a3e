package main

import (
	_ "net/http"
	_ "unsafe"
)

//go:linkname f golang.org/x/net/http/httpguts.lowerASCII
func f()

var z int

func main() {
	if z > 0 {
		f()
	}
}
