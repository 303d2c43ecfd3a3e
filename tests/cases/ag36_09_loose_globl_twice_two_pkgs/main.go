package main

import "example.com/x/lib"

func f()

func main() { f(); lib.F() }
