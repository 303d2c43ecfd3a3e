// C's memmove returns its target; Go's returns nothing.
//
// versions: 1.21-1.27
// finding: LN301 error
// symptom: garbage
// prints: moved
package main

import (
	"fmt"
	"unsafe"
)

//go:linkname move runtime.memmove
func move(to, from unsafe.Pointer, count uintptr) uintptr

func main() {
	from, to := new(uint64), new(uint64)
	*from = 42
	result := uintptr(unsafe.Pointer(to))
	switch move := any(move).(type) {
	case func(to, from unsafe.Pointer, count uintptr) uintptr:
		result = move(unsafe.Pointer(to), unsafe.Pointer(from), 8)
	case func(to, from unsafe.Pointer, count uintptr):
		move(unsafe.Pointer(to), unsafe.Pointer(from), 8)
	}
	if result == uintptr(unsafe.Pointer(to)) {
		fmt.Println("moved")
	} else {
		fmt.Println("result:", result)
	}
}
