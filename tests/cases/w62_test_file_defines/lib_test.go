package c_test

import (
	"testing"

	"example.com/c"
)

func TestX(t *testing.T) { c.F() }
