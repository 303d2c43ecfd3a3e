// A pointer to a string where a string is passed by value.
//
// versions: 1.21-1.27
// finding: LN301 error
// symptom: garbage
// prints: true
package main

import (
	"fmt"
	_ "net"
	_ "unsafe"
)

//go:linkname isDomain net.isDomainName
func isDomain(name *string) bool

func main() {
	name := "example.com"
	switch isDomain := any(isDomain).(type) {
	case func(name *string) bool:
		fmt.Println(isDomain(&name))
	case func(name string) bool:
		fmt.Println(isDomain(name))
	}
}
