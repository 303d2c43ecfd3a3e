// Two arguments in each other's place: 1 is followed as a pointer.
//
// versions: 1.21-1.27
// finding: LN301 error
// symptom: crash: SIGSEGV
// prints: 0
package main

import (
	"fmt"
	"unsafe"
)

//go:linkname allocate runtime.mallocgc
func allocate(size uintptr, zeroed bool, kind unsafe.Pointer) unsafe.Pointer

func main() {
	var memory unsafe.Pointer
	switch allocate := any(allocate).(type) {
	case func(size uintptr, zeroed bool, kind unsafe.Pointer) unsafe.Pointer:
		memory = allocate(64, true, nil)
	case func(size uintptr, kind unsafe.Pointer, zeroed bool) unsafe.Pointer:
		memory = allocate(64, nil, true)
	}
	fmt.Println(*(*int)(memory))
}
