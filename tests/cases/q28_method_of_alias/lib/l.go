package lib

type T struct{}

type A = T

func (A) m() {}
