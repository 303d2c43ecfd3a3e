package main

import _ "unsafe"

import "example.com/c/lib"

//go:linkname x example.com/c/lib.X
var x = [2]int{0: /* a */ 1, /* b */ 2 /* c */}

func main() { println(x[0], lib.X[0]) }
