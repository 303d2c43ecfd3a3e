package lib

func Use(f func()) {}
