//go:build go1.22

package main

import (
	_ "unsafe"
)

//go:linkname f runtime.cheaprand
func f() uint32

func use() { println(f() > 0) }
