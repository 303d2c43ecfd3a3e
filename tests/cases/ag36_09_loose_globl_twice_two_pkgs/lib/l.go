package lib
func F()
