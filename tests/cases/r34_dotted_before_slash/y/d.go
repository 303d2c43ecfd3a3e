package yaml

func f() {}
