package main

import (
	"strings"
	_ "unsafe"
)

var up = strings.ToUpper

//go:linkname mine strings.ToUpper
func mine(s string) string { return s }

func main() { println(up("x")) }
