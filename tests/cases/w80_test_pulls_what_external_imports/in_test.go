package c

import "testing"
import _ "unsafe"

//go:linkname hidden example.com/c/lib.hidden
func hidden()

func TestIn(t *testing.T) { hidden() }
