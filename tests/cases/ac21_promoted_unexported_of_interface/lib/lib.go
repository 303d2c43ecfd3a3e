package lib

import "example.com/c/base"

type T struct{ base.I }

var X any = T{base.New()}
