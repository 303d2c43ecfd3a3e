package main

import (
	_ "example.com/c/lib"
	_ "unsafe"
)

var config = "default"

func main() { println(config) }
