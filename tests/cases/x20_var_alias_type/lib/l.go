package lib

import "sync"

var p sync.Mutex

func F() { p.Lock() }
