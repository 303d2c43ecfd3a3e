package lib

//go:noinline
func F(a int) int { println(a, "hello"); return a }
