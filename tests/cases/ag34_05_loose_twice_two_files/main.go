package main

import _ "unsafe"

func f()

func main() { f() }
