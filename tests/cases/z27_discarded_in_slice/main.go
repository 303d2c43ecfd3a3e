package main

import _ "unsafe"

//go:linkname f runtime.noSuchFunc
func f()

type s struct{ f func() }

func main() {
	_ = []func(){f}
	_ = s{f}
	_ = [1]func(){f}
	_ = map[string]func(){"f": f}
}
