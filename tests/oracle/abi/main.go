// Oracle: prints, one JSON object a line, how reflect of this toolchain passes the arguments and results of each func
// type in signatures (a generated file). With the argument `scalars` it adds, for each argument and result, the machine
// values that it is made of. Build with -ldflags=-checklinkname=0 where the linker knows that flag.
package main

import (
	"encoding/json"
	"os"
	"reflect"
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

// A machine value: Kind is that of reflect, `pointer` for whatever the garbage collector follows, `itab` for the first
// word of an interface.
type scalar struct {
	Kind   string  `json:"kind"`
	Offset uintptr `json:"offset"`
	Size   uintptr `json:"size"`
}

func flatten(t reflect.Type, at uintptr, out []scalar) []scalar {
	const word = unsafe.Sizeof(uintptr(0))
	switch t.Kind() {
	case reflect.Struct:
		for i := 0; i < t.NumField(); i++ {
			f := t.Field(i)
			out = flatten(f.Type, at+f.Offset, out)
		}
	case reflect.Array:
		for i := 0; i < t.Len(); i++ {
			out = flatten(t.Elem(), at+uintptr(i)*t.Elem().Size(), out)
		}
	case reflect.String:
		out = append(out, scalar{"pointer", at, word}, scalar{"int", at + word, word})
	case reflect.Slice:
		out = append(out, scalar{"pointer", at, word}, scalar{"int", at + word, word}, scalar{"int", at + 2*word, word})
	case reflect.Interface:
		out = append(out, scalar{"itab", at, word}, scalar{"pointer", at + word, word})
	case reflect.Complex64:
		out = append(out, scalar{"float32", at, 4}, scalar{"float32", at + 4, 4})
	case reflect.Complex128:
		out = append(out, scalar{"float64", at, 8}, scalar{"float64", at + 8, 8})
	case reflect.Ptr, reflect.UnsafePointer, reflect.Map, reflect.Chan, reflect.Func:
		out = append(out, scalar{"pointer", at, word})
	default:
		out = append(out, scalar{t.Kind().String(), at, t.Size()})
	}
	return out
}

func scalars(count int, of func(int) reflect.Type) [][]scalar {
	out := [][]scalar{}
	for i := 0; i < count; i++ {
		out = append(out, flatten(of(i), 0, []scalar{}))
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
		row := map[string]any{"args": values(&d.call), "results": values(&d.ret), "stack_bytes": total, "spill_bytes": d.spill}
		if len(os.Args) > 1 {
			t := reflect.TypeOf(signatures[i])
			row["arg_scalars"], row["result_scalars"] = scalars(t.NumIn(), t.In), scalars(t.NumOut(), t.Out)
		}
		enc.Encode(row)
	}
}
