package main

import "example.com/c/lib"

func init() { lib.Absent() }
