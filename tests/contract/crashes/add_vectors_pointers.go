// Pointers to slices where slices are passed by value.
//
// versions: 1.21-1.27
// finding: LN301 error
// symptom: crash
// prints: [11 22] 0
package main

import (
	"fmt"
	"math/big"
	_ "unsafe"
)

//go:linkname add math/big.addVV
func add(sum, one, other *[]big.Word) (carry big.Word)

func main() {
	sum, one, other := []big.Word{0, 0}, []big.Word{1, 2}, []big.Word{10, 20}
	switch add := any(add).(type) {
	case func(sum, one, other *[]big.Word) big.Word:
		fmt.Println(sum, add(&sum, &one, &other))
	case func(sum, one, other []big.Word) big.Word:
		carry := add(sum, one, other)
		fmt.Println(sum, carry)
	}
}
