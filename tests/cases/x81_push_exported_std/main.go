package main

import (
	"strings"
	_ "unsafe"
)

//go:linkname f strings.ToUpper
func f(s string) string { return s }

func main() { println(strings.ToLower("A"), f("b")) }
