// Oracle: prints, one JSON object a line, how reflect of this toolchain passes the arguments and results of each func
// type in signatures (a generated file). Build with -ldflags=-checklinkname=0 where the linker knows that flag.
package main

import (
	"encoding/json"
	"os"
	"unsafe"
)

// As in reflect/abi.go.
type abiStep struct {
	kind   int
	offset uintptr
	size   uintptr
	stkOff uintptr
	ireg   int
	freg   int
}

type abiSeq struct {
	steps        []abiStep
	valueStart   []int
	stackBytes   uintptr
	iregs, fregs int
}

type abiDesc struct {
	call, ret                          abiSeq
	stackCallArgsSize, retOffset, spill uintptr
	stackPtrs                          unsafe.Pointer
	inRegPtrs, outRegPtrs              [2]uint8
}

//go:linkname newAbiDesc reflect.newAbiDesc
func newAbiDesc(t, rcvr unsafe.Pointer) abiDesc

type part struct {
	Kind   string   `json:"kind"`
	Offset uintptr  `json:"offset"`
	Size   uintptr  `json:"size"`
	Reg    *int     `json:"reg,omitempty"`
	Stack  *uintptr `json:"stack,omitempty"`
}

func values(a *abiSeq) [][]part {
	out := [][]part{}
	for i, start := range a.valueStart {
		end := len(a.steps)
		if i+1 < len(a.valueStart) {
			end = a.valueStart[i+1]
		}
		parts := []part{}
		for j := start; j < end; j++ {
			s := &a.steps[j]
			p := part{Offset: s.offset, Size: s.size}
			switch s.kind {
			case 1:
				p.Kind, p.Stack = "stack", &s.stkOff
			case 2:
				p.Kind, p.Reg = "int", &s.ireg
			case 3:
				p.Kind, p.Reg = "ptr", &s.ireg
			case 4:
				p.Kind, p.Reg = "float", &s.freg
			}
			parts = append(parts, p)
		}
		out = append(out, parts)
	}
	return out
}

func main() {
	enc := json.NewEncoder(os.Stdout)
	for i := range signatures {
		typ := *(*unsafe.Pointer)(unsafe.Pointer(&signatures[i]))
		d := newAbiDesc(typ, nil)
		word := unsafe.Sizeof(uintptr(0))
		total := (d.retOffset + d.ret.stackBytes + word - 1) &^ (word - 1)
		enc.Encode(map[string]any{"args": values(&d.call), "results": values(&d.ret), "stack_bytes": total, "spill_bytes": d.spill})
	}
}
