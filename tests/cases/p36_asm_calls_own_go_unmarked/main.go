package main

import _ "example.com/c/lib"

func f()

func main() { f() }
