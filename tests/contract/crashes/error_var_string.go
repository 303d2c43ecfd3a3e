// A var over an interface: the pointer becomes a length.
//
// versions: 1.21-1.27
// finding: LN304 error
// symptom: garbage or crash
// prints: integer divide by zero
package main

import (
	"fmt"
	_ "unsafe"
)

//go:linkname divide runtime.divideError
var divide string

func main() {
	switch divide := any(divide).(type) {
	case string:
		fmt.Println(len(divide))
	case error:
		fmt.Println(divide.Error()[len("runtime error: "):])
	}
}
