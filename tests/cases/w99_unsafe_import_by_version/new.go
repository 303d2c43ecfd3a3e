//go:build go1.24

package main

import "time"

var _ time.Duration

//go:linkname nanotime runtime.nanotime
func nanotime() int64
