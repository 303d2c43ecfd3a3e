package documentation

import "example.com/c/lib"

func init() { lib.Absent() }
