package main

	func f() int64 { return 1 }
func main() { println(f()) }
