package main

import (
	"net/http"
	_ "unsafe"
)

//go:linkname bad runtime.gcStart
func bad(http.ResponseWriter, *http.Request)

var _ = http.HandlerFunc(bad)

func main() {}
