package main

import _ "unsafe"

//go:linkname schedinit runtime.schedinit
func schedinit()

type app struct{}
func (app) fatal() { panic("x") }
func main() {
	app{}.fatal()
	schedinit()
}
