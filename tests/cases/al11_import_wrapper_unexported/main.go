package main

import (
	"strings"
	_ "unsafe"
)

//go:linkname gs strings.genSplit
func gs(s, sep string, sepSave, n int) []string

func main() { println(len(strings.Split("a", ","))) }
