package lib
import _ "unsafe"
//go:linkname h runtime.gcStart
func h()
func g()
