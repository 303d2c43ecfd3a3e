package main

import _ "type/q"

func v()

func main() { v() }
