package lib

var x = [8]uint64{1, 2}
