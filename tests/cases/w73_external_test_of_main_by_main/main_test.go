package main_test

import (
	"testing"
	_ "unsafe"

	_ "example.com/c"
)

//go:linkname secret main.secret
func secret()

func TestX(t *testing.T) { secret() }
