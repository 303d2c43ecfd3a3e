package main

import _ "unsafe"

//go:linkname bad runtime.gcStart
func bad()

var _ = map[string]func(){"x": bad}["x"]

func main() {}
