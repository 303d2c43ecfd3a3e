package main

import (
	_ "unsafe"
)

//go:linkname check runtime.check
func check()

func f() (err error) {
	if err != nil { check() }
	return nil
}

func main() {
f()
}
