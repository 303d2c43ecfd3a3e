package lib

func Hidden() {}
