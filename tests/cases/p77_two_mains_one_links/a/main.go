package main

import (
	"example.com/c/lib"
	_ "net"
)

func main() { println(lib.Is("a")) }
