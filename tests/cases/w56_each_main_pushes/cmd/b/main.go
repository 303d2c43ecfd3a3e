package main

import (
	_ "example.com/c/implb"
	"example.com/c/lib"
)

func main() { lib.F() }
