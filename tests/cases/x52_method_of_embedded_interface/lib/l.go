package lib

import "io"

type Outer struct{ io.Reader }
