package lib

var P = []string{"a", "b"}
