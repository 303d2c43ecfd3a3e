package lib

func only() int { return 1 }
