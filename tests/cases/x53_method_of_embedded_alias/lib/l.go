package lib

import "sync"

type mu = sync.Mutex

type Outer struct{ mu }
