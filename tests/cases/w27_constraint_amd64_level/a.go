//go:build amd64.v1 && !amd64.v2

package main

import _ "unsafe"

//go:linkname gcStart runtime.gcStart
func gcStart()

func Bad() { gcStart() }
