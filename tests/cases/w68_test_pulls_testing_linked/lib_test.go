package c

import "testing"
import _ "unsafe"

//go:linkname callerName testing.callerName
func callerName(pc uintptr) string

//go:linkname newerThan internal/fuzz.zeroVals
func newerThan()

func TestX(t *testing.T) { callerName(0) }
