package sub

func hidden() {}
