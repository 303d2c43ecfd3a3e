// A var over a slice of strings: the strings' addresses are read as text.
//
// versions: 1.21-1.27
// finding: LN304 information
// symptom: garbage
// prints: 127.0.0.1:53 [::1]:53
package main

import (
	"fmt"
	_ "net"
	_ "unsafe"
)

//go:linkname servers net.defaultNS
var servers string

func main() {
	switch servers := any(servers).(type) {
	case string:
		fmt.Printf("%q\n", servers)
	case []string:
		fmt.Println(servers[0], servers[1])
	}
}
