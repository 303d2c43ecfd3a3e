package main

import (
	_ "example.com/c/lib"
	"fmt"
	_ "unsafe"
)

//go:linkname v example.com/c/lib.x
var v = fmt.Errorf

func main() { println(&v) }
