package lib

type T int

var z func()

func (*T) M() { z = func() { println(1) } }
