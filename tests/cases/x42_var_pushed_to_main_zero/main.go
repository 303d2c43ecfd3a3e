package main

import (
	_ "example.com/c/lib"
	_ "unsafe"
)

var config string

func main() { println(config) }
