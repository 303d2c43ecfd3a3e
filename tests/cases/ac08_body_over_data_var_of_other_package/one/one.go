package one

var X = 5
