// +build windows linux,!cgo linux,go1.24
// +build amd64

package main

import _ "unsafe"

//go:linkname gcStart runtime.gcStart
func gcStart()

func Bad() { gcStart() }
