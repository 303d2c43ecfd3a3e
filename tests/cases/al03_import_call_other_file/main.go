package main

import _ "unsafe"

//go:linkname up strings.ToUpper
func up(string) string

func main() { run() }
