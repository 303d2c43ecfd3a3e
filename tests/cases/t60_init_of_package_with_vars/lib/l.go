package lib

var X = map[string]int{"a": 1}

func F() int { return 2 }
