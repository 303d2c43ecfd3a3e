package lib

type List[T any] struct {
	next *List[T]
	v    T
}

func (l *List[T]) Next() *List[T] { return l.next }
func (l *List[T]) Pair() *Pair[T, *List[T]] { return nil }

type Pair[A, B any] struct{ a A; b B }

func (p *Pair[X, Y]) Swap() *Pair[Y, X] { return nil }

type Holder struct{ L List[int] }

func (h *Holder) secret() int { return 7 }
func (h *Holder) Open() List[string] { return List[string]{} }
