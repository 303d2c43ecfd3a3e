package main

import _ "unsafe"

func f() int { return 1 } //go:linknamestd f

func main() { println(f()) }
