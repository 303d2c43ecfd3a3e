package lib

type Config struct{ N int }

func (Config) Debug() bool { return false }
