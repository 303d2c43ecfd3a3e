package lib

var x, y = 5, 6
