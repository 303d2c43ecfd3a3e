package lib

func f() int { return 1 }

var F = f
