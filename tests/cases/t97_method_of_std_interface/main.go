package main

import (
	_ "io"
	_ "unsafe"
)

//go:linkname g io.Reader.Read
func g()

//go:linkname h io.(*multiReader).Read
func h()

func main() { if z > 0 { g() } }

var z int
