package main

import (
	"example.com/c/one"
	_ "example.com/c/two"
)

func main() { println(one.X) }
