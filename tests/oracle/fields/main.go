// Oracle: where go/types with the compiler's sizes puts the fields of structs for one GOOS/GOARCH, and the machine
// values that they are made of. Arguments: GOOS GOARCH FILE PACKAGE.TYPE…; one JSON object a line for each struct of
// the file (package mirrors) and for each of the named ones of std that there are.
package main

import (
	"encoding/json"
	"go/ast"
	"go/build"
	"go/parser"
	"go/token"
	"go/types"
	"os"
	"path/filepath"
	"strings"
)

type field struct {
	Path   string `json:"path"`
	Offset int64  `json:"offset"`
	Size   int64  `json:"size"`
	Kind   string `json:"kind"`
}

type record struct {
	Type   string  `json:"type"`
	Size   int64   `json:"size"`
	Fields []field `json:"fields"`
	Leaves []field `json:"leaves"`
}

type loader struct {
	context build.Context
	files   *token.FileSet
	known   map[string]*types.Package
	sizes   types.Sizes
}

func (l *loader) Import(path string) (*types.Package, error) { return l.ImportFrom(path, "", 0) }

func (l *loader) ImportFrom(path, dir string, _ types.ImportMode) (*types.Package, error) {
	if path == "unsafe" {
		return types.Unsafe, nil
	}
	found, err := l.context.Import(path, dir, 0)
	if err != nil {
		return nil, err
	}
	if p := l.known[found.ImportPath]; p != nil {
		return p, nil
	}
	var parsed []*ast.File
	for _, name := range found.GoFiles {
		file, err := parser.ParseFile(l.files, filepath.Join(found.Dir, name), nil, 0)
		if err != nil {
			return nil, err
		}
		parsed = append(parsed, file)
	}
	config := types.Config{Importer: l, IgnoreFuncBodies: true, FakeImportC: true, Sizes: l.sizes, Error: func(error) {}}
	p, _ := config.Check(found.ImportPath, l.files, parsed, nil)
	l.known[found.ImportPath] = p
	return p, nil
}

// fields lists the fields of a struct, and after each struct among them its own, with dots between the names.
func (l *loader) fields(s *types.Struct, prefix string, base int64) (found []field) {
	for i, offset := range l.sizes.Offsetsof(vars(s)) {
		f := s.Field(i)
		found = append(found, field{prefix + f.Name(), base + offset, l.sizes.Sizeof(f.Type()), kind(f.Type())})
		if inner, ok := f.Type().Underlying().(*types.Struct); ok {
			found = append(found, l.fields(inner, prefix+f.Name()+".", base+offset)...)
		}
	}
	return found
}

// leaves lists the machine values of a type.
func (l *loader) leaves(t types.Type, at int64) (found []field) {
	word := l.sizes.Sizeof(types.Typ[types.Uintptr])
	switch u := t.Underlying().(type) {
	case *types.Struct:
		for i, offset := range l.sizes.Offsetsof(vars(u)) {
			found = append(found, l.leaves(u.Field(i).Type(), at+offset)...)
		}
	case *types.Array:
		for i := int64(0); i < u.Len(); i++ {
			found = append(found, l.leaves(u.Elem(), at+i*l.sizes.Sizeof(u.Elem()))...)
		}
	case *types.Slice:
		return []field{{"", at, word, "pointer"}, {"", at + word, word, "number"}, {"", at + 2*word, word, "number"}}
	case *types.Interface:
		return []field{{"", at, word, "itab"}, {"", at + word, word, "pointer"}}
	default:
		switch k := kind(t); k {
		case "string":
			return []field{{"", at, word, "pointer"}, {"", at + word, word, "number"}}
		default:
			return []field{{"", at, l.sizes.Sizeof(t), k}}
		}
	}
	return found
}

func vars(s *types.Struct) (all []*types.Var) {
	for i := 0; i < s.NumFields(); i++ {
		all = append(all, s.Field(i))
	}
	return all
}

func kind(t types.Type) string {
	switch t := t.Underlying().(type) {
	case *types.Basic:
		switch {
		case t.Kind() == types.UnsafePointer:
			return "pointer"
		case t.Kind() == types.Uintptr:
			return "uintptr"
		case t.Info()&types.IsFloat != 0:
			return "float"
		case t.Info()&types.IsString != 0:
			return "string"
		}
		return "number"
	case *types.Array:
		return "array of " + kind(t.Elem())
	case *types.Slice:
		return "slice"
	case *types.Interface:
		return "interface"
	case *types.Struct:
		return "struct"
	}
	return "pointer"
}

func main() {
	l := &loader{context: build.Default, files: token.NewFileSet(), known: map[string]*types.Package{}}
	l.context.GOOS, l.context.GOARCH, l.context.CgoEnabled = os.Args[1], os.Args[2], false
	l.sizes = types.SizesFor("gc", os.Args[2])
	out := json.NewEncoder(os.Stdout)
	say := func(name string, o types.Object) {
		if s, ok := o.Type().Underlying().(*types.Struct); ok {
			out.Encode(record{name, l.sizes.Sizeof(s), l.fields(s, "", 0), l.leaves(s, 0)})
		}
	}
	file, err := parser.ParseFile(l.files, os.Args[3], nil, 0)
	if err != nil {
		panic(err)
	}
	config := types.Config{Importer: l, Sizes: l.sizes}
	mirrors, err := config.Check("mirrors", l.files, []*ast.File{file}, nil)
	if err != nil {
		panic(err)
	}
	for _, name := range mirrors.Scope().Names() {
		say(name, mirrors.Scope().Lookup(name))
	}
	for _, name := range os.Args[4:] {
		dot := strings.LastIndex(name, ".")
		p, err := l.ImportFrom(name[:dot], filepath.Join(l.context.GOROOT, "src"), 0)
		if err != nil {
			continue
		}
		if o := p.Scope().Lookup(name[dot+1:]); o != nil {
			say(name, o)
		}
	}
}
