package other

func f() {}
