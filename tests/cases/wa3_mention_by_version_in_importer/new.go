//go:build go1.24

package main

import renamed "example.com/c/lib"

func init() { renamed.Absent() }
