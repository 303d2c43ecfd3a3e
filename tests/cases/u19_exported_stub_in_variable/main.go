package main

import "example.com/c/lib"

var f = lib.Absent

func main() {

}
