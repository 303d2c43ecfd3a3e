//go:build !go1.25

package dep

func F() {}
