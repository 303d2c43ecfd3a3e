package main

import (
	str "strings"
	_ "unsafe"
)

//go:linkname up strings.ToUpper
func up(string) string

func main() { println(str.ToUpper("a")) }
