package main

import _ "unsafe"


type T struct{ a, b int }
//go:linkname y runtime.zerobase
var y T

func main() { println(&y); ; ;  }
