package main

import _ "unsafe"

//go:cgo_import_dynamic libc_getpid getpid "libc.so.6"
//go:cgo_import_dynamic _ _ "libc.so.6"

//go:linkname getpid libc_getpid
func getpid()

var z int

func main() { if z > 0 { getpid() } }
