// A result that is read from a floating-point register: nobody writes it.
//
// versions: 1.21-1.27
// finding: LN301 error
// symptom: garbage
// prints: later
package main

import (
	"fmt"
	"time"
	_ "unsafe"
)

//go:linkname nanotime runtime.nanotime
func nanotime() float64

func main() {
	before := nanotime()
	time.Sleep(10 * time.Millisecond)
	passed := nanotime() - before
	if passed >= 1e7 && passed < 1e11 {
		fmt.Println("later")
	} else {
		fmt.Println("passed:", passed)
	}
}
