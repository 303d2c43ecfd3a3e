package main

import (
	"sync"
	_ "example.com/c/lib"
	_ "unsafe"
)

type mu = sync.RWMutex

//go:linkname b example.com/c/lib.p
var b mu

func main() { b.Lock() }
