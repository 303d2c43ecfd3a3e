package main

import _ "unsafe"

func f() uintptr

func main() { println(f()) }
