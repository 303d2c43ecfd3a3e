//go:build debug
package lib
const Debug = true
