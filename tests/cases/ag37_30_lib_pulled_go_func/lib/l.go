package lib
func F() {}
