// An iterator with less room than upstream fills: what lies behind it on the heap is overwritten.
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

type neighbour struct {
	left, right unsafe.Pointer
}

//go:linkname mapiterinit reflect.mapiterinit
func mapiterinit(t, m unsafe.Pointer, it *iterator)

//go:noinline
func start(m map[int]int) (*iterator, *neighbour) {
	words := any(m)
	it, other := new(iterator), new(neighbour)
	pair := (*[2]unsafe.Pointer)(unsafe.Pointer(&words))
	mapiterinit(pair[0], pair[1], it)
	return it, other
}

var kept []*iterator

func main() {
	m := map[int]int{1: 2}
	var others []*neighbour
	for range [100]int{} {
		it, other := start(m)
		kept, others = append(kept, it), append(others, other)
	}
	overwritten := 0
	for _, other := range others {
		if other.left != nil || other.right != nil {
			overwritten++
		}
	}
	fmt.Println(overwritten)
}
