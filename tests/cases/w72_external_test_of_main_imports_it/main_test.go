package main_test

import (
	"testing"
	_ "unsafe"

	_ "example.com/c"
)

//go:linkname secret example.com/c.secret
func secret()

func TestX(t *testing.T) { secret() }
