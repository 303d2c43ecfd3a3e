package main

import _ "unsafe"

var tramp_addr uintptr

//go:cgo_import_dynamic libc_getpid getpid "/usr/lib/libSystem.B.dylib"

//go:linkname sysc syscall.syscall
func sysc(fn, a1, a2, a3 uintptr) (r1, r2 uintptr, err uintptr)

//go:linkname sysc6 syscall.syscall6X
func sysc6(fn, a1, a2, a3, a4, a5, a6 uintptr) (r1, r2 uintptr, err uintptr)

func main() { a, _, _ := sysc(tramp_addr, 0, 0, 0); println(a); sysc6(0, 0, 0, 0, 0, 0, 0) }
