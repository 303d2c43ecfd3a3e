package c_test

import "testing"

func bare()

func TestX(t *testing.T) {}
