package main

import _ "unsafe"

//go:linkname f runtime.noSuch
func f()

//go:linkname h runtime.noSuch
func h() bool
const debug = false
var ok = debug && h()
func main() { println(ok) }
