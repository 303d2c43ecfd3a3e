// A limit that is not passed.
//
// versions: 1.21-1.27
// finding: LN301 error
// symptom: garbage
// prints: 10 numbers
package main

import (
	"fmt"
	_ "unsafe"
)

//go:linkname random runtime.fastrandn
func random() uint32

func main() {
	seen := map[uint32]bool{}
	for i := 0; i < 1000; i++ {
		switch random := any(random).(type) {
		case func() uint32:
			seen[random()] = true
		case func(limit uint32) uint32:
			seen[random(10)] = true
		}
	}
	fmt.Println(len(seen), "numbers")
}
