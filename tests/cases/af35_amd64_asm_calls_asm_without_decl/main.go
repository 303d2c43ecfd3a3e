package main

import "example.com/c/lib"

func main() { lib.G() }
