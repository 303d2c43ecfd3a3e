package main

import _ "unsafe"

//go:linkname f runtime.noSuchFunc
func f()

func main() {
	var _ any = f
	_ = any(f)
}
