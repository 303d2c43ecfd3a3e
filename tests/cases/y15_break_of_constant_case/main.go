package main

import _ "unsafe"
import "os"

//go:linkname f runtime.noSuch
func f()

const mode = 3
func main() { switch mode { case 3: if len(os.Args) > 1 { break }; return }; f() }
