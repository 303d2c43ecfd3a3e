package lib

type inner struct{ s string }

func (i *inner) hello() string { return i.s }

type Outer struct{ *inner }

func New() Outer { return Outer{&inner{"a"}} }
