package dep

func f() uintptr
