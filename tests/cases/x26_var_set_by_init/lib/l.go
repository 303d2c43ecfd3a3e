package lib

var p int

func init() { p = 4 }
