package main

import "sync/atomic"
import _ "unsafe"

//go:linkname f sync/atomic.(*Pointer[int]).Load
func f(l *atomic.Pointer[int]) *int

func main() { l := new(atomic.Pointer[int]); l.Load(); f(l) }
