//go:build tools
// +build tools

package main

import _ "example.com/c/lib"
