// The record of Go 1.26: since 1.27 upstream's is smaller, and the counts are read from its neighbours.
//
// versions: 1.27-1.27
// finding: LN305 error
// symptom: garbage
// prints: 0 wrong
package main

import (
	"fmt"
	"runtime"
	_ "runtime/pprof"
	_ "unsafe"
)

type MemProfileRecord struct {
	AllocBytes, FreeBytes     int64
	AllocObjects, FreeObjects int64
	Stack                     []uintptr
}

//go:linkname memProfile runtime.pprof_memProfileInternal
func memProfile(p []MemProfileRecord, inuseZero bool) (n int, ok bool)

var kept [][]byte

func main() {
	runtime.MemProfileRate = 1
	for range [100]int{} {
		kept = append(kept, make([]byte, 100))
	}
	runtime.GC()
	runtime.GC()
	records := make([]MemProfileRecord, 10000)
	n, _ := memProfile(records, true)
	wrong := 0
	for _, record := range records[:n] {
		if record.AllocObjects < record.FreeObjects || record.AllocObjects > 1<<20 || len(record.Stack) > 128 {
			wrong++
		}
	}
	fmt.Println(wrong, "wrong")
}
