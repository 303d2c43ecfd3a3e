package main

import (
	"reflect"
	_ "unsafe"
)

//go:linkname m reflect.(*rtype).Method
func m(t reflect.Type, i int) reflect.Method

func main() { println(m(reflect.TypeOf(0), 0).Name) }
