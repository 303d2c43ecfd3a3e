package lib

import "example.com/c/base"

type T struct {
	a int
	*base.B
}

var X any = &T{}
