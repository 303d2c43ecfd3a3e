package main

import (
	"os"
	"strings"
	_ "unsafe"
)

//go:linkname up strings.ToUpper
func up(string) string

func main() {
	println(strings.ToUpper(os.Args[0]))
	if false {
		up("")
	}
}
