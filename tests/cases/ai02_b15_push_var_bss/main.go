package main

import _ "example.com/x/lib"
var x int

func main() { }
