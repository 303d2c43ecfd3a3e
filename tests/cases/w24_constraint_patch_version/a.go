//go:build go1.21.0

package main

import _ "unsafe"

//go:linkname gcStart runtime.gcStart
func gcStart()

func Bad() { gcStart() }
