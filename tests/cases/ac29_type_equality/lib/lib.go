package lib

type T struct {
	a string
	b int8
	c any
}

var X, Y any = T{}, T{}

func Eq() bool { return X == Y }
