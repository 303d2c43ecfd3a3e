package dep

func f()

func G() { f() }
