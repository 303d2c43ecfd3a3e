package main

import (
	"time"
	_ "unsafe"
)

//go:linkname f time.(*Time).sec
func f(*time.Time) int64

func main() { println(f(&time.Time{})) }
