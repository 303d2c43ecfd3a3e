package main

import (
	"os"
	"strings"
)

func run() { println(strings.ToUpper(os.Args[0])) }
