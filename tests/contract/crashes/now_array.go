// An array comes back on the stack; three results come back in registers.
//
// versions: 1.21-1.27
// finding: LN301 error
// symptom: garbage
// prints: this century
package main

import (
	"fmt"
	_ "time"
	_ "unsafe"
)

//go:linkname now time.now
func now() [3]int64

func main() {
	var seconds int64
	switch now := any(now).(type) {
	case func() [3]int64:
		seconds = now()[0]
	case func() (seconds int64, nanoseconds int32, monotonic int64):
		seconds, _, _ = now()
	}
	if seconds > 946684800 && seconds < 4102444800 {
		fmt.Println("this century")
	} else {
		fmt.Println("seconds:", seconds)
	}
}
