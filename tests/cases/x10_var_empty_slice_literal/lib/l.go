package lib

var m = []string{"a", "b"}
