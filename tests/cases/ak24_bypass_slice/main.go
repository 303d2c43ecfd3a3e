package main

import (
	_ "os"
	_ "unsafe"
)

//go:linkname own os.Args
var own = []string{name()}

//go:noinline
func name() string { return "x" }

func main() { println(&own) }
