// A count of one byte: the rest of its register is what was there before, and the neighbour is overwritten.
//
// versions: 1.21-1.27
// finding: LN301 error
// symptom: garbage
// prints: 16 copied, neighbour intact
package main

import (
	"fmt"
	"unsafe"
)

//go:linkname move runtime.memmove
func move(to, from unsafe.Pointer, count uint8)

type record struct {
	field     [16]byte
	neighbour [1024]byte
}

//go:noinline
func call[N uint8 | uintptr](move func(to, from unsafe.Pointer, count N), to, from unsafe.Pointer, count int) {
	move(to, from, N(uint8(count)))
}

func main() {
	from, to := new([1040]byte), new(record)
	for i := range from {
		from[i] = 1
	}
	call(move, unsafe.Pointer(to), unsafe.Pointer(from), 0x110)
	if to.field[15] == 1 && to.neighbour[0] == 0 {
		fmt.Println("16 copied, neighbour intact")
	} else {
		fmt.Println("neighbour:", to.neighbour[:4])
	}
}
