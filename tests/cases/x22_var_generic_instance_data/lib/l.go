package lib

var p = [3]int{1, 2, 3}
