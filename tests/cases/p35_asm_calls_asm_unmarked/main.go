package main

func f()

var z int

func main() {
	if z > 0 {
		f()
	}
}
