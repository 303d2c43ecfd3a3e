package main

import _ "unsafe"

//go:linkname schedinit runtime.schedinit
func schedinit()

type conf struct{ n int }
var cfg = &conf{}
func (c *conf) debug() bool { return false }
func main() { if cfg.debug() { schedinit() } }
