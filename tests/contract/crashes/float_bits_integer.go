// An argument in an integer register where a floating-point one is read.
//
// versions: 1.21-1.27
// finding: LN301 error
// symptom: garbage
// prints: 1065353216
package main

import (
	"fmt"
	_ "math"
	_ "unsafe"
)

//go:linkname bits math.Float32bits
func bits(value uint32) uint32

func main() {
	fmt.Println(bits(1))
}
