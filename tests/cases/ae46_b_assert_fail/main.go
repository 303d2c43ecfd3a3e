package main

import _ "unsafe"

//go:linkname bad runtime.gcStart
func bad()

var _, _ = any(bad).(int)

func main() {}
