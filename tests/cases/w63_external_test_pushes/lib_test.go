package c_test

import (
	"testing"
	_ "unsafe"

	"example.com/c"
)

//go:linkname impl example.com/c.hidden
func impl() {}

func TestX(t *testing.T) { c.F() }
