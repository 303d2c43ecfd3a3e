package main

import (
	"strings"
	_ "unsafe"
)

//go:linkname stub strings.ToUpper
func stub(string) string

type T struct{}

func (T) ToUpper(s string) string { return s }

var _ = strings.ToLower

func main() { strings := T{}; println(strings.ToUpper("a")) }
