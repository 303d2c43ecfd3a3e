package lib

import "bytes"

type T struct{ b bytes.Buffer }
