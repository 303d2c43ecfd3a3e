package lib

func Max[T int | string](a, b T) T { if a > b { return a }; return b }
