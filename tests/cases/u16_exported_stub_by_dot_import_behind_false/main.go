package main

import . "example.com/c/lib"

func main() {
	if false {
		Absent()
	}
}
