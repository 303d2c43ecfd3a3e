package main

import _ "unsafe"

//go:cgo_import_dynamic libc_getpid getpid "/usr/lib/libSystem.B.dylib"

//go:linkname getpid libc_getpid
func getpid()

func main() { getpid() }
