package c

import (
	"testing"
	_ "unsafe"

	_ "example.com/c/lib"
)

//go:linkname impl example.com/c/lib.hidden
func impl() {}

func TestX(t *testing.T) {}
