package main

import (
	"strings"
	_ "unsafe"
)

//go:linkname up strings.ToUpper
func up(string) string

//go:noinline
func apply(f func(string) string) { println(f("x")) }

func main() { apply(strings.ToUpper) }
