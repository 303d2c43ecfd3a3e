//go:build !debug
package lib
const Debug = false
