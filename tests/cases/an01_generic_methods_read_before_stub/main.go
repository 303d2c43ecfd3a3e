package main

import (
	"fmt"
	"gen1/lib"
	"os"
	_ "unsafe"
)

var all lib.List[lib.Pair[int, string]]

func main() { fmt.Println(secret(&lib.Holder{}), all, os.Args); exit(0) }

//go:linkname exit os.Exit
func exit(int)

//go:linkname secret gen1/lib.(*Holder).secret
func secret(h *lib.Holder) int
