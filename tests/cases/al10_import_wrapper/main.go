package main

import (
	"fmt"
	_ "unsafe"
)

//go:linkname fp fmt.Fprintln
func fp(w any, a ...any) (int, error)

func main() { fmt.Println(1) }
