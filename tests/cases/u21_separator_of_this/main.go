package main

import (
	"path/filepath"
	_ "unsafe"
)

//go:linkname absent runtime.noSuch
func absent()

func main() {
	if filepath.Separator == '/' {
		absent()
	}
}
