package main

import _ "unsafe"

//go:linkname absent example.com/c.absent
func absent()

func init() { absent() }
