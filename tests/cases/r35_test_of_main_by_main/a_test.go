package main

import (
	"testing"
	_ "unsafe"
)

//go:linkname f main.secret
func f()

func TestX(t *testing.T) { f() }
