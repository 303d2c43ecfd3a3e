package lib

func F()
