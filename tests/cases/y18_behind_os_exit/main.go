package main

import _ "unsafe"
import "os"

//go:linkname f runtime.noSuch
func f()

func main() { os.Exit(0); f() }
