package documentation

func hidden() {}
