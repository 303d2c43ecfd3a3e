package lib

func g()

func G() { g() }
