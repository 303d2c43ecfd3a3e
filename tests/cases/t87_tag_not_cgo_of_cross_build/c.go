//go:build cgo

package main

func f() {}
