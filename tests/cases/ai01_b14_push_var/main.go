package main

import _ "example.com/x/lib"
var x = 3

func main() { }
