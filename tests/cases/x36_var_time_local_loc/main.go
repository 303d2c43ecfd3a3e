package main

import (
	"time"
	_ "unsafe"
)

//go:linkname localLoc time.localLoc
var localLoc time.Location

func main() { println(time.Now().String(), localLoc.String()) }
