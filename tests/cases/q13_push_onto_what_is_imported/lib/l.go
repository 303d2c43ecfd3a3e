package lib

//go:noinline
func F() int64 { return 1 }
