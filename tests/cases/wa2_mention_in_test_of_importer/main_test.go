package main

import (
	"testing"

	"example.com/c/lib"
)

func TestX(t *testing.T) { lib.Absent() }
