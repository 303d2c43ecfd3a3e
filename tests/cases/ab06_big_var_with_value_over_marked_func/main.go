package main

import _ "unsafe"

//go:linkname x runtime.nanotime
var x = [512]byte{1, 2}

func main() { println(&x[0]) }
