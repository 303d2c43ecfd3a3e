package main

import _ "unsafe"


type T [30]uintptr
//go:linkname y runtime.zerobase
var y T

func main() { println(&y); ; ;  }
