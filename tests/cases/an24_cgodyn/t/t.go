package t

//go:cgo_import_dynamic libc_x x "libx.so"

var Y int
