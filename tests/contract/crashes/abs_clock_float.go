// A clock that gets its seconds in the wrong register.
//
// versions: 1.21-1.27
// finding: LN301 error
// symptom: garbage
// prints: 1 1 1
package main

import (
	"fmt"
	_ "time"
	_ "unsafe"
)

//go:linkname clock time.absClock
func clock(seconds float64) (hour, minute, second int)

func main() {
	fmt.Println(clock(3661))
}
