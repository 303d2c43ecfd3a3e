package main

import _ "example.com/c/lib"

func main() {}
