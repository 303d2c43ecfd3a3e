package main

import (
	"net/http"
	_ "unsafe"
)

//go:linkname v vendor/golang.org/x/net/http/httpguts.isTokenTable
var v [127]bool

func main() { println(http.MethodGet, v['a']) }
