package lib

var X = []int{1, 2}
var Y = &X
var Z = func() {}
var W = struct{ a string }{"x"}

func F() int { return 2 }
