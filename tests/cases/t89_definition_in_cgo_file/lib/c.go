package lib

import "C"

func g() {}
