package lib

var p = 4
