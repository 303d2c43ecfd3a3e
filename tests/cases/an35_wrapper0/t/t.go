package t

var Y int
