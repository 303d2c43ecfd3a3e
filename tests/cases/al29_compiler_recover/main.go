package main

import (
	_ "unsafe"
)

//go:linkname stub runtime.gorecover
func stub()

func g() (err error) {
	defer func() {
		if r := recover(); r != nil {
			err = nil
		}
	}()
	return
}
func main() {}
