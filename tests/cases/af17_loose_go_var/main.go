package main

import _ "unsafe"

//go:linkname v v_of_c
var v uintptr

func f() uintptr

func main() { println(f()) }
