// A large struct comes back on the stack, where the caller has no room for it.
//
// versions: 1.21-1.27
// finding: LN301 error
// symptom: garbage or crash
// prints: wall
package main

import (
	"fmt"
	"reflect"
	"time"
	"unsafe"
)

type value struct{ kind, data unsafe.Pointer }

//go:linkname field reflect.(*rtype).Field
func field(kind unsafe.Pointer, number int) *reflect.StructField

func main() {
	var of any = time.Time{}
	kind := (*value)(unsafe.Pointer(&of)).kind
	switch field := any(field).(type) {
	case func(kind unsafe.Pointer, number int) *reflect.StructField:
		fmt.Println(field(kind, 0).Name)
	case func(kind unsafe.Pointer, number int) reflect.StructField:
		fmt.Println(field(kind, 0).Name)
	}
}
