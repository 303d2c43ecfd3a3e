package main

import _ "unsafe"

//go:linkname gone runtime.noSuchFunc
func gone()

var z int

func use() {
	if z > 0 {
		gone()
	}
	for {
		if z == 0 {
			return
		}
	}
}

func main() { use() }
