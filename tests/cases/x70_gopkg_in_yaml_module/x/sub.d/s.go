package sub

func g() {}
