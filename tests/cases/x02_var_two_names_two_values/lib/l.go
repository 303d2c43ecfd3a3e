package lib

var x = 5
