package main

import (
	_ "net/http"
	_ "unsafe"
)

//go:linkname v net/http.NoBody
var v [8]uintptr

var p = &v

func main() { println(p != nil) }
