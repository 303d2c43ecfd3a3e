package main

import _ "unsafe"

//go:linkname yield runtime.Gosched
func yield()

func v()

func main() { v(); yield() }
