package dep

func F()
