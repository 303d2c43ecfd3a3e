//go:build !go1.24

package lib

import _ "unsafe"

//go:linkname impl main.hidden
