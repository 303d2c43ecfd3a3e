package q

func Do() {}
