package main

import (
	"os"
	_ "unsafe"
)

//go:linkname absent runtime.noSuch
func absent()

func main() {
	if os.PathSeparator == '\\' {
		absent()
	}
}
