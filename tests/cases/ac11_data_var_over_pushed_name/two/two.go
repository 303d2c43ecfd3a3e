package two

import _ "unsafe"

//go:linkname impl example.com/c/v.hook
func impl() int { return 1 }

func Run() int { return impl() }
