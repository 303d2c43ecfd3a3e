// Pointers to strings where strings come back by value.
//
// versions: 1.21-1.27
// finding: LN301 error
// symptom: crash: SIGSEGV
// prints: gopher secret true
package main

import (
	"fmt"
	_ "net/http"
	_ "unsafe"
)

//go:linkname parse net/http.parseBasicAuth
func parse(header string) (user, password *string, ok bool)

func main() {
	const header = "Basic Z29waGVyOnNlY3JldA=="
	switch parse := any(parse).(type) {
	case func(header string) (user, password *string, ok bool):
		user, password, ok := parse(header)
		fmt.Println(*user, *password, ok)
	case func(header string) (user, password string, ok bool):
		fmt.Println(parse(header))
	}
}
