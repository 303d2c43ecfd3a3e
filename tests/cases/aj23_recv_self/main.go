package main

import _ "unsafe"

//go:linkname schedinit runtime.schedinit
func schedinit()

type app struct{}
func (a *app) debug() bool { return false }
func (a *app) run() {
	if a.debug() { schedinit() }
}
func main() { (&app{}).run() }
