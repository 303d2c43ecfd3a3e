package c

import "testing"
import _ "unsafe"

//go:linkname gcStart runtime.gcStart
func gcStart()

func Bad() { gcStart() }

func TestX(t *testing.T) { Bad() }
