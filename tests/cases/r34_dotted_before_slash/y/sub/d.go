package sub

func f() {}
