package main

import (
	_ "example.com/c/lib"
	_ "unsafe"
)

//go:linkname v example.com/c/lib.x
var v = T.m

type T struct{ a int }

func (T) m() {}

func main() { println(&v) }
