package lib

var X string = "b"
