package lib

var p = true
