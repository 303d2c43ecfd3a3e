package main

import _ "unsafe"

//go:linkname f main.main.func1
func f()

//go:noinline
func g() {}

func init() { func() { println(1) }() }

type T struct{}

func (T) m() {}

var x = func() {}

var lit = []int{1}

func h() { defer func() { func() { println(1) }() }(); go println(2) }

func main() {
	f()
	g()
	T{}.m()
	x()
	h()
	println(lit[0])
	go func() {}()
}
