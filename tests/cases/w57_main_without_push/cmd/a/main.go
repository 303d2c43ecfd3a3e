package main

import (
	_ "example.com/c/impla"
	"example.com/c/lib"
)

func main() { lib.F() }
