// The signature of before 1.20.
//
// versions: 1.21-1.27
// finding: LN301 error
// symptom: crash: len out of range
// prints: [1 2 3] 3
package main

import (
	"fmt"
	"unsafe"
)

type words struct {
	kind, data unsafe.Pointer
}

//go:linkname grow runtime.growslice
func grow(kind unsafe.Pointer, old []int, room int) []int

func main() {
	var of any = 0
	kind := (*words)(unsafe.Pointer(&of)).kind
	old := []int{1, 2, 3}
	switch grow := any(grow).(type) {
	case func(kind unsafe.Pointer, old []int, room int) []int:
		grown := grow(kind, old, 10)
		fmt.Println(grown, len(grown))
	case func(old unsafe.Pointer, length, room, added int, kind unsafe.Pointer) struct {
		array unsafe.Pointer
		len   int
		cap   int
	}:
		grown := grow(unsafe.Pointer(&old[0]), 10, 3, 7, kind)
		fmt.Println(unsafe.Slice((*int)(grown.array), 3), len(old))
	}
}
