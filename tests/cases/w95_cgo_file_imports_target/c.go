package main

import "C"

import _ "example.com/c/lib"
