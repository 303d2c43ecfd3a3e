package lib

var p = "a"
