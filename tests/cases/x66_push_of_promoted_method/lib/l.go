package lib

type A struct{ n int }

func (A) M() {}

type Outer struct{ A }

func X() { println(interface{}(&Outer{}).(interface{ M() })) }
