package main

import "example.com/x/lib"
import _ "unsafe"

//go:linkname f example.com/x/lib.(*List[int]).Add
func f(l *lib.List[int], x int)

func main() { l := new(lib.List[int]); l.Add(1); f(l, 2) }
