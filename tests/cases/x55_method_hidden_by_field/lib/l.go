package lib

type A struct{}

func (A) M() {}

type Outer struct {
	A
	M int
}
