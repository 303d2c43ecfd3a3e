//go:build !go1.24

package impla

import _ "unsafe"

//go:linkname impl example.com/c/lib.hidden
func impl() {}
