package main

import _ "unsafe"
import _ "example.com/c/lib"

func main() { println() }
