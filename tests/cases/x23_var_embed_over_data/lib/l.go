package lib

var p = "x"
