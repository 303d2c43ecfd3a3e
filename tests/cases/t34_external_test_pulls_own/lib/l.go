package lib

func hidden() int { return 1 }
