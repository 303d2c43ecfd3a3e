package lib

func Max[T int | string](a, b T) T { if a > b { return a }; return b }

type List[T any] struct{ v []T }

//go:noinline
func (l *List[T]) Add(x T) { l.v = append(l.v, x) }
