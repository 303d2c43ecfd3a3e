package main

import (
	_ "unsafe"

	"example.com/m/lib"
)

type level int

func (l level) number() int { return int(l) }

//go:linkname own example.com/m/lib.limits
var own = level(3).number()

func main() {
	println(lib.First())
	println(&own)
}
