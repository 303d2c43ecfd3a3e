package lib2

var X = 1
