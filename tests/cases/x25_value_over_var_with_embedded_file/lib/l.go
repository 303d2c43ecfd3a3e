package lib

import _ "embed"

//go:embed a.txt
var p []byte
