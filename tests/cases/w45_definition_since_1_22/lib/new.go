//go:build go1.22

package lib

func hidden() {}
