package lib

var X = 3
