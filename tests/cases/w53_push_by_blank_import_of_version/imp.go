//go:build go1.22

package main

import _ "example.com/c/lib"
