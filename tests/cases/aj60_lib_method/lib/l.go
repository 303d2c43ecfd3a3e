package lib

type T struct{}

func (T) Use(f func()) {}
