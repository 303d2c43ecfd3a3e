package main

import (
	"time"
	_ "unsafe"
)

//go:linkname f time.(*Location).get
func f(t time.Time)

func main() { f(time.Time{}) }
