package lib

func g() int { return 2 }

var G = g
