//go:build cgo

package main

import _ "example.com/dep"
