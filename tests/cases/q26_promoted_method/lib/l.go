package lib

type E struct{}

func (E) M() {}

type T struct{ E }
