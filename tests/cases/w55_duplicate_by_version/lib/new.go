//go:build go1.24

package lib

func hidden() {}
