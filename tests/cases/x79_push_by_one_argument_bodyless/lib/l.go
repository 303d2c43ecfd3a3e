package lib

import _ "unsafe"

//go:linkname take
func take()

func F() { take() }
