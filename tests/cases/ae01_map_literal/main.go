package main

import _ "unsafe"

//go:linkname bad runtime.gcStart
func bad()

var _ = map[int]func(){1: bad}

func main() {}
