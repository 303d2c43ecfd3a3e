package main

import "example.com/c/lib"

const debug = false

func main() {
	if debug {
		lib.Absent()
	}
}
