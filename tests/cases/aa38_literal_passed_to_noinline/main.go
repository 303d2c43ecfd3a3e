package main

import _ "unsafe"

//go:linkname f runtime.noSuchFunc
func f()

var os []string
var stored func()

//go:noinline
func set(h func()) { stored = h }

func set2() {}

func empty(func()) {}

//go:noinline
func emptyNoinline(func()) {}

func unused(h func()) { os = nil }

func second(used, other func()) { stored = used }

func main() {
	emptyNoinline(func() { f() })
}
