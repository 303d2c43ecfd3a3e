// A method called without its receiver.
//
// versions: 1.21-1.27
// finding: LN301 error
// symptom: garbage or crash
// prints: Duration
package main

import (
	"fmt"
	_ "reflect"
	"time"
	"unsafe"
)

type value struct{ kind, data unsafe.Pointer }

//go:linkname name reflect.(*rtype).Name
func name() string

func main() {
	var of any = time.Second
	switch name := any(name).(type) {
	case func() string:
		fmt.Println(name())
	case func(kind unsafe.Pointer) string:
		fmt.Println(name((*value)(unsafe.Pointer(&of)).kind))
	}
}
