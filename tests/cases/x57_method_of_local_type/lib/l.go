package lib

type A struct{}

func (A) M() {}

func F() interface{ M() } {
	type outer struct{ A }
	return &outer{}
}
