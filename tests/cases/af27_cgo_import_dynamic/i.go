package main

//go:cgo_import_dynamic lib_close close "libc.so.6"
//go:cgo_import_dynamic _ _ "libc.so.6"
