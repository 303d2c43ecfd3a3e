//go:build go1.23

package lib

func hiddenToo() {}
