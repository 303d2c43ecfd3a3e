//go:build go1.25

package dep

import _ "unsafe"

//go:linkname gcStart runtime.gcStart
func gcStart()

func F() { gcStart() }
