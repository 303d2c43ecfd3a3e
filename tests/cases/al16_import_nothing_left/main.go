package main

import (
	"os"
	"strings"
	_ "unsafe"
)

//go:linkname stub strings.HasPrefix
func stub(string, string) bool

func main() { _ = strings.HasPrefix(os.Args[0], "a") }
