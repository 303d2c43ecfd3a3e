package main

import (
	_ "example.com"
	_ "unsafe"
)

//go:linkname hidden example%2ecom.hidden
func hidden()

func main() { hidden() }
