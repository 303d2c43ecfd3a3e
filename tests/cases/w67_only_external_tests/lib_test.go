package c_test

import "testing"
import _ "unsafe"

//go:linkname absent example.com/c.absent
func absent()

func TestX(t *testing.T) { absent() }
