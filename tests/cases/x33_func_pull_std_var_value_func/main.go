package main

import (
	_ "net/http"
	_ "unsafe"
)

//go:linkname now crypto/tls.testingOnlyForceDowngradeCanary
func now() bool

func main() { println(now()) }
