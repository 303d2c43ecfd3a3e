package main

import (
	_ "gopkg.in/yaml.v3"
	_ "gopkg.in/yaml.v3/sub"
	_ "unsafe"
)

//go:linkname f gopkg.in/yaml%2ev3/sub.f
func f()

func main() { f() }
