package lib

var limits = [4]uint64{1, 2}

func First() uint64 { return limits[0] }
