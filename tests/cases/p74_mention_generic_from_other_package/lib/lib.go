package lib

import _ "unsafe"

var z int

//go:linkname f runtime.gcStart
func f()

func G[T any](x T) {
	if z > 0 {
		f()
	}
}
