package main

import "bytes"

var b bytes.Buffer
