package c

import "testing"
import _ "unsafe"

//go:linkname shim testing/internal/testdeps.TestDeps.ImportPath
func shim() string

func TestX(t *testing.T) { shim() }
