package main

import (
	_ "m/lib"
	"runtime"
)

func main() { runtime.GC() }
