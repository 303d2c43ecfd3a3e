//go:build go1.21 && !go1.26

package main

import _ "unsafe"

//go:linkname nanotime runtime.nanotime
