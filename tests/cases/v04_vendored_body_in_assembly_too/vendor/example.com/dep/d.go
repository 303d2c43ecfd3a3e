package dep

func f() {}
