package main

import _ "unsafe"
import "runtime"

//go:linkname bad runtime.gcStart
func bad()

func main() { h := bad; if runtime.GOOS == "windows" { h() } }
