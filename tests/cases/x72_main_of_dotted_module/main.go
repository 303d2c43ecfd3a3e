package main

import _ "unsafe"

//go:linkname g main.h
func g()

func h() { println(1) }

func main() { g() }
