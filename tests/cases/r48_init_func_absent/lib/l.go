package lib

import "sync"

var x = func() {}

var y = z()

//go:noinline
func z() int { return 1 }

func init() { println(1) }

func F() {}

func G[P any]() {}

type T struct{ error }

func (*T) String() string { return "" }

type U struct{ T }

type E struct{ error }

type P struct{ *T }

type Q = U

type R U

type S T

type V struct{ sync.Mutex }

type W interface{ String() string }
