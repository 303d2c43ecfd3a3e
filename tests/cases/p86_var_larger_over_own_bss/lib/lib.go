package lib

var v int

func Get() int { return v }
