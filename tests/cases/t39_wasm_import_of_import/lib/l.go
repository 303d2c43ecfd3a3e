package lib

//go:wasmimport env h
func h() int32
