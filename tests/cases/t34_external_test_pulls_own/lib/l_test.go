package lib_test

import (
	_ "example.com/c/lib"
	"testing"
	_ "unsafe"
)

//go:linkname f example.com/c/lib_test.own
func f() int

func own() int { return 1 }

func TestX(t *testing.T) { f() }
