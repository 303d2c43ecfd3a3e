package main

import _ "example.com/x/lib"

func f()

func main() { f() }
