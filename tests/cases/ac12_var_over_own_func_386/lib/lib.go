package lib

//go:noinline
func F() {}
