package main

import "C"

import _ "unsafe"

//go:linkname f runtime.nosuch
func f()

func init() { f() }
