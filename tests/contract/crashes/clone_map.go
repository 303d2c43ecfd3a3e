// A map where an interface is taken: the map is followed as a type.
//
// versions: 1.21-1.27
// finding: LN301 error
// symptom: crash
// prints: 1
package main

import (
	"fmt"
	_ "maps"
	_ "unsafe"
)

//go:linkname clone maps.clone
func clone(of map[string]int) map[string]int

func main() {
	of := map[string]int{"one": 1}
	switch clone := any(clone).(type) {
	case func(of map[string]int) map[string]int:
		fmt.Println(clone(of)["one"])
	case func(of any) any:
		fmt.Println(clone(of).(map[string]int)["one"])
	}
}
