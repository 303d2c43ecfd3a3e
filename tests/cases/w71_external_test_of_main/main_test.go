package main_test

import (
	"testing"
	_ "unsafe"
)

//go:linkname secret example.com/c.secret
func secret()

func TestX(t *testing.T) { secret() }
