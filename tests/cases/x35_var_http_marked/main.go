package main

import (
	"net/http"
	_ "unsafe"
)

//go:linkname aLongTimeAgo net/http.aLongTimeAgo
var aLongTimeAgo int

func main() { println(http.MethodGet, aLongTimeAgo) }
