package lib

func mid()
