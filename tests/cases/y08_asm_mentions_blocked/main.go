package main

import _ "unsafe"

func g()
func main() { println() }
