package lib

var m = map[string]int{"b": 2}
