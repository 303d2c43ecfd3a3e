package c_test

import (
	"testing"

	"example.com/c"
	_ "example.com/c/lib"
)

func TestX(t *testing.T) { c.F() }
