package httpguts

func isCTL(b byte) bool { return false }
