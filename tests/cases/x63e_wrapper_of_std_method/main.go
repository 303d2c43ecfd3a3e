package main

import (
	"time"
	_ "unsafe"
)

//go:linkname f time.(*Month).String
func f(*time.Month) string

func main() { m := time.May; println(f(&m)) }
