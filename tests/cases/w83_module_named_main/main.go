package main

import (
	_ "main/lib"
	_ "unsafe"
)

//go:linkname hidden main/lib.hidden
func hidden()

//go:linkname own main.second
func own()

func second() {}

func main() { hidden(); own() }
