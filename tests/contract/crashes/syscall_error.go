// An error where a number comes back: the number is followed as a pointer.
//
// versions: 1.21-1.27
// finding: LN301 error
// symptom: crash
// prints: bad file descriptor
package main

import (
	"fmt"
	"syscall"
	_ "unsafe"
)

//go:linkname call syscall.Syscall
func call(number, one, two, three uintptr) (result, other uintptr, err error)

func main() {
	_, _, err := call(syscall.SYS_CLOSE, ^uintptr(0), 0, 0)
	fmt.Println(err.Error())
}
