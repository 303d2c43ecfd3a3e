package main

import (
	_ "sync"
	_ "unsafe"
)

//go:linkname f runtime.sync_runtime_Semacquire
func f()

var z int

func main() {
	if z > 0 {
		f()
	}
}
