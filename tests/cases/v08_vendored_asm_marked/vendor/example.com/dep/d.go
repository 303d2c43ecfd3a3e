package dep

func f()

func g()

func h()

func F() { f() }
