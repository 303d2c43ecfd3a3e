package lib

import _ "unsafe"

//go:linkname isDomainName net.isDomainName
func isDomainName(string) bool

func Is(s string) bool { return isDomainName(s) }
