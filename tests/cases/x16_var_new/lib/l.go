package lib

var n int
var p = &n
