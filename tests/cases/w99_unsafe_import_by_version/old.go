//go:build !go1.24

package main

import _ "unsafe"

//go:linkname nanotime runtime.nanotime
func nanotime() int64
