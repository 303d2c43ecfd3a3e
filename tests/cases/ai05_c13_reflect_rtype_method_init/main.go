package main

import _ "unsafe"
import _ "fmt"
import _ "reflect"

//go:linkname v reflect.(*rtype).Method
var v = 7

func main() { println(&v) }
