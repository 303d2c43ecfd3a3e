package base

type B struct{ n int }

func (b *B) hidden() int { return b.n }
