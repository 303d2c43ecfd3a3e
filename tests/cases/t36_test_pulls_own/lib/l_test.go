package lib

import (
	"testing"
	_ "unsafe"
)

//go:linkname f example.com/c/lib.only
func f() int

func only() int { return 1 }

func TestX(t *testing.T) { f() }
