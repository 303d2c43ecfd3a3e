package lib

type Box[T any] struct{ v T }

func (b *Box[T]) Get() T { return b.v }

type Outer struct{ Box[int] }
