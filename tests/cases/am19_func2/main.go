package main

import _ "unsafe"

//go:linkname schedinit runtime.schedinit
func schedinit()

func mode() string { return "prod" }
func main() {
	switch mode() {
	case "debug":
		schedinit()
	case "prod":
		println("p")
	}
}
