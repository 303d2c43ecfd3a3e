package dep

func impl() int { return 8 }
