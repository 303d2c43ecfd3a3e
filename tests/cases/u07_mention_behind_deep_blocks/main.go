package main

import _ "unsafe"

//go:linkname gcStart runtime.gcStart
func gcStart()

//go:noinline
func x() bool { return len(args) > 3 }

var args []string

func main() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
if x() {
return
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
gcStart()
}
