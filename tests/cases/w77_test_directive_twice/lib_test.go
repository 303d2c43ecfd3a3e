package c

import "testing"
import _ "unsafe"

//go:linkname nanotime runtime.nanotime

func TestX(t *testing.T) { nanotime() }
