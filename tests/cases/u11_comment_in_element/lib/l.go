package lib

var X = [2]int{1, 2}
