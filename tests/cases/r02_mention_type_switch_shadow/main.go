package main

import (
	_ "unsafe"
)

//go:linkname f runtime.gcStart
func f()

func main() {
	switch f := any(1).(type) {
	case int:
		println(f)
	}
}
