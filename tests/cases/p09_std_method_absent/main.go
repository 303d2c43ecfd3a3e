package main

import (
	_ "time"
	_ "unsafe"
)

//go:linkname f time.(*Timer).noSuch
func f()

var z int

func main() {
	if z > 0 {
		f()
	}
}
