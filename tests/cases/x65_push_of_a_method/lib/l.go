package lib

type T int

func (T) M() {}
