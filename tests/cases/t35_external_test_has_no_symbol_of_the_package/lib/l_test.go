package lib_test

import (
	_ "example.com/c/lib"
	"testing"
	_ "unsafe"
)

//go:linkname f example.com/c/lib_test.hidden
func f() int

func TestX(t *testing.T) { f() }
