package one

var X int
