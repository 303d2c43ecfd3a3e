package dep

func f()
