package main

import (_ "example.com/x/lib"; _ "unsafe")

func f()
//go:linkname F example.com/x/lib.F
func F()

func main() { f() }
