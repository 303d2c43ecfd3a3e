package lib

var now = func() int64 { return 1 }
