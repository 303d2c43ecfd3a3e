package main

import "unsafe"

//go:linkname storePointer sync/atomic.StorePointer
func storePointer(ptr *unsafe.Pointer, new unsafe.Pointer)

//go:linkname swapPointer sync/atomic.SwapPointer
func swapPointer(ptr *unsafe.Pointer, new unsafe.Pointer) unsafe.Pointer

//go:linkname compareAndSwapPointer sync/atomic.CompareAndSwapPointer
func compareAndSwapPointer(ptr *unsafe.Pointer, old, new unsafe.Pointer) bool

var value unsafe.Pointer

func main() {
	storePointer(&value, nil)
	println(swapPointer(&value, nil) == nil, compareAndSwapPointer(&value, nil, nil))
}
