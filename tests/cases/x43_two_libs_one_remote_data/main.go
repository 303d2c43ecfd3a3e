package main

import (
	_ "example.com/c/a"
	_ "example.com/c/b"
)

func main() {}
