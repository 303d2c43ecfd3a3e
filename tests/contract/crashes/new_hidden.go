// The only reference is a uintptr: the memory is given to somebody else.
//
// versions: 1.21-1.27
// finding: LN303 hint
// symptom: garbage
// prints: 42
package main

import (
	"fmt"
	_ "reflect"
	"runtime"
	"unsafe"
)

type value struct{ kind, data unsafe.Pointer }

//go:linkname newObject reflect.unsafe_New
func newObject(kind unsafe.Pointer) uintptr

var sink *[8]uint64

func main() {
	var of any = [8]uint64{}
	memory := newObject((*value)(unsafe.Pointer(&of)).kind)
	*(*uint64)(unsafe.Pointer(memory)) = 42
	for i := 0; i < 3; i++ {
		runtime.GC()
	}
	for i := 0; i < 100000; i++ {
		sink = &[8]uint64{1, 1, 1, 1, 1, 1, 1, 1}
	}
	fmt.Println(*(*uint64)(unsafe.Pointer(memory)))
}
