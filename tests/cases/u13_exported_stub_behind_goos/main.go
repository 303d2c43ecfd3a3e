package main

import "runtime"
import "example.com/c/lib"

func main() {
	if runtime.GOOS == "windows" {
		lib.Absent()
	}
}
