// An array comes back on the stack; a slice comes back in registers.
//
// versions: 1.21-1.27
// finding: LN301 error
// symptom: garbage
// prints: 127.0.0.1
package main

import (
	"fmt"
	"net"
	_ "unsafe"
)

//go:linkname loopback net.loopbackIP
func loopback(network string) [4]byte

func main() {
	address := loopback("tcp4")
	fmt.Println(net.IP(address[:]))
}
