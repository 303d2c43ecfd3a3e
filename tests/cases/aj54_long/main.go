package main

import _ "unsafe"

//go:linkname schedinit runtime.schedinit
func schedinit()

func use(f func()) {
	n := 0
	for i := 0; i < 10; i++ {
		n += i
	}
	println("not used", n)
	println("really not used", n)
}
func main() { use(schedinit) }
