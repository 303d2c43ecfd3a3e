package main

import (
	_ "unsafe"
)

//go:linkname stub runtime.newproc
func stub()

func f()               {}
func it(y func() bool) {}
func main() {
	for range it {
		go f()
	}
}
