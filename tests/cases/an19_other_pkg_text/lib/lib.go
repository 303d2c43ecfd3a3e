package lib

func other()
