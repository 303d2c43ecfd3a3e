// The only reference is a uintptr: the memory is given to somebody else.
//
// versions: 1.21-1.27
// finding: LN303 hint
// symptom: garbage
// prints: 42
package main

import (
	"fmt"
	"runtime"
	"unsafe"
)

//go:linkname allocate runtime.mallocgc
func allocate(size uintptr, kind unsafe.Pointer, zeroed bool) uintptr

var sink *[8]uint64

func main() {
	memory := allocate(64, nil, true)
	*(*uint64)(unsafe.Pointer(memory)) = 42
	for i := 0; i < 3; i++ {
		runtime.GC()
	}
	for i := 0; i < 100000; i++ {
		sink = &[8]uint64{1, 1, 1, 1, 1, 1, 1, 1}
	}
	fmt.Println(*(*uint64)(unsafe.Pointer(memory)))
}
