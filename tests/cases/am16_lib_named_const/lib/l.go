package lib

type Level int

const (
	Low Level = iota
	High
)

func Get() Level { return Low }
