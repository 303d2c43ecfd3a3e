package main

import _ "unsafe"

//go:linkname bad runtime.gcStart
func bad()

type H func()

func keep(f H) {}

func main() { keep(H(bad)) }
