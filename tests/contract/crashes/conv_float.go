// An argument in a floating-point register where an integer one is read.
//
// versions: 1.21-1.27
// finding: LN301 error
// symptom: garbage
// prints: 7
package main

import (
	"fmt"
	"unsafe"
)

//go:linkname box runtime.convT64
func box(value float64) unsafe.Pointer

func main() {
	fmt.Println(*(*uint64)(box(7)))
}
