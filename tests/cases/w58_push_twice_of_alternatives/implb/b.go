//go:build go1.23

package implb

import _ "unsafe"

//go:linkname impl example.com/c/lib.hidden
func impl() {}
