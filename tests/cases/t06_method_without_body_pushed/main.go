package main

import _ "unsafe"

type T int

func (T) m()

//go:linkname f main.T.m
func f() {}

func main() { T(0).m() }
