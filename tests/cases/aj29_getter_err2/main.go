package main

import _ "unsafe"

//go:linkname schedinit runtime.schedinit
func schedinit()

func try() (int, error) { return 1, nil }
func main() {
	n, err := try()
	if err != nil { schedinit() }
	println(n)
}
