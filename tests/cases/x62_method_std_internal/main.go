package main

import (
	"crypto/sha256"
	_ "unsafe"
)

//go:linkname sum crypto/internal/fips140/sha256.(*Digest).checkSum
func sum(d *int) [32]byte

func main() { println(sha256.Size, sum(nil)[0]) }
