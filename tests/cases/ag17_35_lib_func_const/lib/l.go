package lib
func Debug() bool { return false }
