package main

import "example.com/lib"

func secret() {}

func main() { lib.F(); secret() }
