package lib

type T struct{ X int }

func (t *T) m() int { return t.X }
