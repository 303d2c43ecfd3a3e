package main

import _ "unsafe"

//go:linkname f runtime.noSuchFunc
func f()

func main() {
	var x any = 1
	switch x.(type) {
	case string:
		f()
	}
}
