package main

import _ "unsafe"

//go:linkname bad runtime.gcStart
func bad()

type H func()

func keep(h H) {}

func main() { keep(bad) }
