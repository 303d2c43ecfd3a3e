package main

import (
	"strings"
	_ "unsafe"
)

//go:linkname mine strings.ToUpper
func mine(s string) string { return s }

var _ = strings.ToUpper

func main() { println(strings.ToLower("x")) }
