package lib

import _ "unsafe"

//go:linkname secret main.secret
func secret()

func Call() { secret() }
