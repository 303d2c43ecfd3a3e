package lib

import (
	"testing"
	_ "unsafe"
)

//go:linkname TestX x.y
func TestX(m *testing.T)
