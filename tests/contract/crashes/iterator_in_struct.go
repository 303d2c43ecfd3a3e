// An iterator as a field, with less room than upstream fills: the field behind it is overwritten.
//
// versions: 1.21-1.27
// finding: LN305 error
// symptom: garbage or crash
// prints: 0
package main

import (
	"fmt"
	"unsafe"
)

type iterator struct {
	key, elem unsafe.Pointer
}

type context struct {
	iter  iterator
	names [12]unsafe.Pointer
}

//go:linkname mapiterinit reflect.mapiterinit
func mapiterinit(t, m unsafe.Pointer, it *iterator)

//go:noinline
func start(m map[int]int) *context {
	words := any(m)
	made := &context{}
	pair := (*[2]unsafe.Pointer)(unsafe.Pointer(&words))
	mapiterinit(pair[0], pair[1], &made.iter)
	return made
}

func main() {
	overwritten := 0
	for _, name := range start(map[int]int{1: 2}).names {
		if name != nil {
			overwritten++
		}
	}
	fmt.Println(overwritten)
}
