package main

import (
	"os"
	_ "unsafe"
)

//go:linkname check runtime.check
func check()



func main() {
if os.DevNull == "NUL" { check() }
}
