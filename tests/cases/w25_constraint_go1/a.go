//go:build go1 || go1.0 || go2 || go1.01

package main

import _ "unsafe"

//go:linkname gcStart runtime.gcStart
func gcStart()

func Bad() { gcStart() }
