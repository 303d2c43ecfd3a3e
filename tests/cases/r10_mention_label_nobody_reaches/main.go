package main

import (
	_ "unsafe"
)

//go:linkname f runtime.gcStart
func f()

func main() {
	goto end
end2:
	f()
	goto end2
end:
	println(1)
}
