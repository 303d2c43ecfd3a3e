package main

import _ "unsafe"
import _ "fmt"
import _ "reflect"

//go:linkname v reflect.(*rtype).Name
var v uintptr

func main() { println(&v) }
