package lib

var x = 5
var y = &x
