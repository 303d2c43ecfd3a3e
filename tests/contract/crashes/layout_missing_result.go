// The middle one of three results is left out: a constant becomes the address of a string.
//
// versions: 1.21-1.27
// finding: LN301 error
// symptom: crash
// prints:  Jan
package main

import (
	"fmt"
	_ "time"
	_ "unsafe"
)

//go:linkname chunk time.nextStdChunk
func chunk(layout string) (before, after string)

func main() {
	switch chunk := any(chunk).(type) {
	case func(layout string) (before, after string):
		_, after := chunk("2006 Jan")
		fmt.Println(after)
	case func(layout string) (before string, which int, after string):
		_, _, after := chunk("2006 Jan")
		fmt.Println(after)
	}
}
