package lib

var limits = [4]uint64{1, 2}

func First() uint64 { return limits[0] }

type Boxed[T any] struct{ Value T }

func Box[T any](value T) *Boxed[T] { return &Boxed[T]{Value: value} }
