package lib

func asmf() int64
