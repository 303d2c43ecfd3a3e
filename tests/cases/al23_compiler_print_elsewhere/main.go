package main

import _ "m/lib"

func main() { println(1) }
