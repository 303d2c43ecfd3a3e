package main

import (
	"strings"
	_ "unsafe"
)

//go:linkname up strings.ToUpper
func up(string) string

func main() { println(x, strings.ToUpper("b")) }

var x = strings.ToUpper("a")
