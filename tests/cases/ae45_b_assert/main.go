package main

import _ "unsafe"

//go:linkname bad runtime.gcStart
func bad()

var _ = any(bad).(func())

func main() {}
