package c

func bare()
