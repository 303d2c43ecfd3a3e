package main

import "example.com/c/lib"

func f() { lib.Absent() }

func main() {

}
