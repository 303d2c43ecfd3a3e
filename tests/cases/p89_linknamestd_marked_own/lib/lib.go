package lib

func g() int { return 2 }
