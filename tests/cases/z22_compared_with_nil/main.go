package main

import _ "unsafe"

//go:linkname f runtime.noSuchFunc
func f()

var g func()

func main() {
	if g != nil {
		_ = f
	}
	var h func() = f
	if h == nil {
		println("nil")
	}
}
