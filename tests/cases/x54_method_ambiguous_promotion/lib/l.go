package lib

type A struct{}

func (A) M() {}

type B struct{}

func (B) M() {}

type Outer struct {
	A
	B
}
