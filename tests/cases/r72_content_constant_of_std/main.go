package main

import (
	_ "example.com/c/lib"
	"time"
	_ "unsafe"
)

//go:linkname v example.com/c/lib.x
var v = time.Second

func main() { println(&v) }
