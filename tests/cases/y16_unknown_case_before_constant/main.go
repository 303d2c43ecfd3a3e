package main

import _ "unsafe"
import "os"

//go:linkname f runtime.noSuch
func f()

const mode = 3
func main() { n := len(os.Args); switch mode { case n: f(); case 3: println() } }
