package main

import (
	_ "example.com/c/lib"
	_ "strings"
)

func main() {}
