package main

import "example.com/m/q"

func v()

func main() { v(); q.Yield() }
