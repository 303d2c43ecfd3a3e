package main

import _ "unsafe"

//go:linkname f runtime.noSuchFunc
func f()

type t int

func (t) run() { _ = f }

func init() { _ = f }

func main() { t(0).run() }
