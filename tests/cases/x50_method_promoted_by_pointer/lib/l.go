package lib

type inner struct{ s string }

func (i *inner) hello() string { return i.s }

type Outer struct{ *inner }

type helloer interface{ hello() string }

func New() Outer { return Outer{&inner{"a"}} }

func Use(h helloer) string { return h.hello() }

var _ = Use(New())
