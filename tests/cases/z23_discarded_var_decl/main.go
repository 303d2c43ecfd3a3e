package main

import _ "unsafe"

//go:linkname f runtime.noSuchFunc
func f()

func main() {
	var _ = f
	var _ func() = f
	_, _ = f, f
}
