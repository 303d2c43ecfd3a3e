package main

import "runtime"
import _ "unsafe"

//go:linkname schedinit runtime.schedinit
func schedinit()

func level() int { return 0 }
func debug() bool { return runtime.GOOS == "linux" && level() > 3 }
func main() { if debug() { schedinit() } }
