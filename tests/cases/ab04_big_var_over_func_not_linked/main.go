package main

import _ "unsafe"

//go:linkname x net.newWindowsFile
var x [512]byte

//go:linkname y net/url.setPath
var y [512]byte

func main() { println(&x[0], &y[0]) }
