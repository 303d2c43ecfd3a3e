package lib

func other()
func target()

var X = target
