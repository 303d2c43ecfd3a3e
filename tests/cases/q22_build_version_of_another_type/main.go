package main

import (
	_ "unsafe"
)

//go:linkname v runtime.buildVersion
var v [8]string

func main() { println(&v) }
