package main

import (
	"testing"
	_ "unsafe"
)

//go:linkname f example.com/c.secret
func f()

func TestX(t *testing.T) { f() }
