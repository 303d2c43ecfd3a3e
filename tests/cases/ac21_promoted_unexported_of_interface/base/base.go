package base

type I interface{ hidden() int }

type b struct{}

func (b) hidden() int { return 1 }

func New() I { return b{} }
