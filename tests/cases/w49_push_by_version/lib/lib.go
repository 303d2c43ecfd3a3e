package lib

func impl() {}
