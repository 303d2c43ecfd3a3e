//go:build go1.24

package main

import "example.com/c/lib"

func init() { lib.Hidden() }
