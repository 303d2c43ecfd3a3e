package lib

func take()

func F() { take() }
