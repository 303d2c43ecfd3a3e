// A length where an address is read.
//
// versions: 1.21-1.27
// finding: LN301 error
// symptom: crash: SIGSEGV
// prints: gopher
package main

import (
	"fmt"
	_ "unsafe"
)

//go:linkname text runtime.gostringn
func text(length int, from *byte) string

func main() {
	from := []byte("gophers")
	switch text := any(text).(type) {
	case func(length int, from *byte) string:
		fmt.Println(text(6, &from[0]))
	case func(from *byte, length int) string:
		fmt.Println(text(&from[0], 6))
	}
}
