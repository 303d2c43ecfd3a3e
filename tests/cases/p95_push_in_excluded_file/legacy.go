//go:build go1.99

package main

//go:linkname Grow runtime.procyield
