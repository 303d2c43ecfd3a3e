"""Broken modules in all shapes that a Go file can have around what is broken."""

from __future__ import annotations

from dataclasses import dataclass, field

from hypothesis import strategies as st


@dataclass(frozen=True)
class Core:
    """What is wrong: package-level text (doc comments go where DOC stands), with the expression that mentions it.

    `unsafe` is False where the file is not to import unsafe.
    """

    code: str
    text: str
    use: str
    unsafe: bool = True
    other: dict[str, str] = field(default_factory=dict)
    imports: tuple[str, ...] = ()


STUB = "DOC//go:linkname nanotime runtime.nanotime\nfunc nanotime() int64\n"

CORES = {
    "trailing comment": Core(
        "LN101", "DOC//go:linkname nanotime runtime.nanotime // monotonic\nfunc nanotime() int64\n", "nanotime()"
    ),
    "blank": Core("LN102", "DOC// go:linkname nanotime runtime.nanotime\nfunc nanotime() int64\n", "nanotime()"),
    "blank below prose": Core(
        "LN102",
        "// It is explained.\n// go:linkname nanotime runtime.nanotime\n//\n//go:noescape\nfunc nanotime() int64\n",
        "nanotime()",
    ),
    "blank in a group": Core(
        "LN102",
        "var (\n\t// Words.\n\t// go:linkname zero runtime.divideError\n\tzero error // why\n)\n",
        "zero",
    ),
    "tab": Core("LN102", "DOC//go:linkname\tnanotime runtime.nanotime\nfunc nanotime() int64\n", "nanotime()"),
    "case": Core("LN102", "DOC//go:LinkName nanotime runtime.nanotime\nfunc nanotime() int64\n", "nanotime()"),
    "block": Core("LN102", "/*go:linkname nanotime runtime.nanotime*/\nfunc nanotime() int64\n", "nanotime()"),
    "blank without unsafe": Core(
        "LN102", "// go:linkname nanotime runtime.nanotime\nfunc nanotime() int64\n", "nanotime()", unsafe=False
    ),
    "behind code": Core("LN103", "DOCfunc nanotime() int64 //go:linkname nanotime runtime.nanotime\n", "nanotime()"),
    "behind code in a group": Core(
        "LN103", "var (\n\tother int //go:linkname zero runtime.zerobase\n\n\tzero uintptr\n)\n", "other + int(zero)"
    ),
    "behind a comment": Core(
        "LN103", "/* c */ //go:linkname nanotime runtime.nanotime\n\nDOCfunc nanotime() int64\n", "nanotime()"
    ),
    "no unsafe": Core("LN104", STUB, "nanotime()", unsafe=False),
    "no stub": Core("LN105", "DOC//go:linkname nanotime runtime.nanotime\n", "nanotime()"),
    "no stub, pointers": Core("LN105", "//go:linkname memmove runtime.memmove\n", "memmove"),
    "no stub, code below": Core("LN105", "//go:linkname nanotime runtime.nanotime\nvar x = 1\n", "nanotime()"),
    "no var": Core("LN105", "DOC//go:linkname zero runtime.divideError\n", "zero"),
    "twice": Core("LN106", "DOC//go:linkname nanotime runtime.nanotime\n" + STUB.replace("DOC", ""), "nanotime()"),
    "twice, apart": Core("LN106", STUB + "\n//go:linkname nanotime runtime.nanotime\n\nvar y int\n", "nanotime()"),
    "twice in files": Core(
        "LN106",
        STUB,
        "nanotime()",
        other={"zother.go": 'package main\n\nimport _ "unsafe"\n\n//go:linkname nanotime runtime.nanotime\n'},
    ),
    "two vars": Core(
        "LN109",
        "//go:linkname a runtime.zerobase\nvar a uintptr\n\nDOC//go:linkname b runtime.zerobase\nvar b uintptr\n",
        "a + b",
    ),
    "own body": Core(
        "LN109", "func g() int { return 1 }\n\nDOC//go:linkname f main.g\nfunc f() int { return 2 }\n", "f()"
    ),
    "misspelled": Core("LN202", "DOC//go:linkname nanotime runtime.nanotimes\nfunc nanotime() int64\n", "nanotime()"),
    "renamed": Core(
        "LN202",
        "DOC//go:linkname store runtime/internal/atomic.storePointer\nfunc store(at **int, new *int)\n",
        "store",
    ),
    "renamed, apart": Core(
        "LN202",
        "//go:linkname store runtime/internal/atomic.storePointer\n\nDOCfunc store(at **int, new *int) // how\n",
        "store",
    ),
    "no package": Core("LN202", "DOC//go:linkname nanotime nanotime\nfunc nanotime() int64\n", "nanotime()"),
    "no path": Core(
        "LN202",
        "DOC//go:linkname clone http.cloneOrMakeHeader\nfunc clone(h http.Header) http.Header\n",
        "clone",
        imports=("net/http",),
    ),
    "not escaped": Core(
        "LN202",
        "DOC//go:linkname f example.com/m/yaml.v3.f\nfunc f() int\n",
        "f()",
        other={"yaml.v3/f.go": "package yaml\n\nfunc f() int { return 1 }\n\nfunc G() int { return f() }\n"},
        imports=("example.com/m/yaml.v3",),
    ),
    "misspelled var": Core("LN206", "DOC//go:linkname over runtime.overflowErr\nvar over error\n", "over"),
    "misspelled var in a group": Core(
        "LN206",
        "var (\n\tother int\n\n\t// Words.\n\t//\n\t//go:linkname over runtime.overflowErr\n\tover error // why\n)\n",
        "over, other",
    ),
    "renamed var": Core(
        "LN206",
        "DOC//go:linkname count runtime.numCPUStartup\nvar count int32\n",
        "count",
        other={"golinkname.toml": 'versions = "1.21-1.22"\n'},
    ),
    "var, no path": Core(
        "LN206",
        "DOC//go:linkname suites tls.defaultCipherSuitesTLS13\nvar suites []uint16\n",
        "suites",
        imports=("crypto/tls",),
    ),
    "body": Core(
        "LN203", "DOC//go:linkname nanotime runtime.nanotime\nfunc nanotime() int64 { return 0 }\n", "nanotime()"
    ),
    "body with imports": Core(
        "LN203",
        "DOC//go:linkname nanotime runtime.nanotime\nfunc nanotime() int64 {\n\t// now\n\treturn strconv.IntSize\n}\n",
        "nanotime()",
        imports=("strconv",),
    ),
    "signature": Core(
        "LN301", "DOC//go:linkname nanotime runtime.nanotime\nfunc nanotime() string // ns\n", "nanotime()"
    ),
    "signature with comments": Core(
        "LN301",
        "DOC//go:linkname memmove runtime.memmove\nfunc memmove(to /* dst */ *byte,\n\tfrom *byte, // src\n)\n",
        "memmove",
    ),
    "own, no path": Core(
        "LN202",
        "DOC//go:linkname f lib.f\nfunc f() int\n",
        "f()",
        other={"lib/f.go": "package lib\n\nfunc f() int { return 1 }\n\nfunc G() int { return f() }\n"},
        imports=("example.com/m/lib",),
    ),
    "signature with imports": Core(
        "LN302",
        "DOC//go:linkname nanotime runtime.nanotime\nfunc nanotime(strconv.NumError) int64\n",
        "nanotime",
        imports=("strconv",),
    ),
    "versions": Core(
        "LN301", "DOC//go:linkname round runtime.roundupsize\nfunc round(size uintptr) uintptr\n", "round"
    ),
    "versions, apart": Core(
        "LN301",
        "//go:linkname round runtime.roundupsize\n\nDOCfunc round(size uintptr) uintptr // why\n",
        "round",
    ),
    "versions, several directives": Core(
        "LN301",
        "//go:linkname round runtime.roundupsize\n//go:linkname nanotime runtime.nanotime\n"
        "//go:noescape\nfunc round(size uintptr) uintptr\n\nDOCfunc nanotime() int64\n",
        "round, nanotime()",
    ),
    "versions, last directive": Core(
        "LN301",
        "DOCfunc nanotime() int64\n\n// It rounds.\n//\n//go:linkname nanotime runtime.nanotime\n"
        "//go:linkname round runtime.roundupsize\nfunc round(\n\tsize uintptr,\n) uintptr\n",
        "round, nanotime()",
    ),
    "hidden": Core(
        "LN303",
        "DOC//go:linkname allocate runtime.mallocgc\nfunc allocate(size, kind uintptr, zeroed bool) uintptr // why\n",
        "allocate",
    ),
    "variable": Core("LN304", "DOC//go:linkname wrong runtime.divideError\nvar wrong string\n", "wrong"),
    "variable in a group": Core(
        "LN304",
        "var (\n\tother int\n\n\t// Words.\n\t//\n\t//go:linkname wrong runtime.divideError\n"
        "\twrong struct{ a, b int } // why\n\tlast  int\n)\n",
        "wrong, other, last",
    ),
    "public": Core("LN401", "DOC//go:linkname fastrand runtime.fastrand\nfunc fastrand() uint32\n", "fastrand()"),
    "public, argument": Core(
        "LN401", "DOC//go:linkname fastrandn runtime.fastrandn\nfunc fastrandn(uint32) uint32\n", "fastrandn(3)"
    ),
    "apart": Core("LN403", "DOC//go:linkname nanotime runtime.nanotime\n\nfunc nanotime() int64\n", "nanotime()"),
    "mirror, small": Core(
        "LN305",
        "type iterator struct{ key *int } // what of it is read\n\n"
        "DOC//go:linkname next reflect.mapiternext\nfunc next(it *iterator)\n",
        "next, iterator{}",
    ),
    "mirror, versions": Core(
        "LN305",
        "// record is what a profile has.\ntype record struct {\n\tAllocBytes, FreeBytes     int64\n"
        "\tAllocObjects, FreeObjects int64\n\tStack                     []uintptr\n} // all of it\n\n"
        "DOC//go:linkname profile runtime.pprof_memProfileInternal\n"
        "func profile(p []record, inuseZero bool) (n int, ok bool)\n",
        "profile",
        imports=("runtime/pprof",),
    ),
    "mirror, mapped": Core(
        "LN305",
        "type (\n\tother int\n\n\t// It waits.\n\t//\n\t//golinkname:mirror runtime.gobuf\n"
        "\tbuffer struct {\n\t\tsp, pc uint32\n\t}\n)\n\nDOCfunc f() {}\n",
        "other(1), buffer{}",
        unsafe=False,
    ),
    "unused": Core("LN404", STUB, "1"),
}

# All as gofmt writes a doc comment: a fix that puts a declaration below a comment makes a doc comment of it.
DOCS = ["", "// It is explained.\n//\n", "// It is\n//\n//\tindented\n//\n//go:noescape\n", "//go:noescape\n"]
HEADERS = ["", "// A licence.\n\n", "//go:build linux\n\n", "// Words.\n\n//go:build amd64 || arm64\n\n"]


@dataclass(frozen=True)
class Shape:
    header: str = ""
    doc: str = ""
    grouped: str = "no"
    named_unsafe: bool = False
    crlf: bool = False
    bom: bool = False
    last_line: bool = True
    go: str = "1.23"


shapes = st.builds(
    Shape,
    header=st.sampled_from(HEADERS),
    doc=st.sampled_from(DOCS),
    grouped=st.sampled_from(["no", "yes", "commented"]),
    named_unsafe=st.booleans(),
    crlf=st.booleans(),
    bom=st.booleans(),
    last_line=st.booleans(),
    go=st.sampled_from(["1.21", "1.22", "1.23", "1.27"]),
)


def module(core: Core, shape: Shape) -> dict[str, bytes]:
    """The files of a module that has the core in the shape."""
    paths = ["fmt", *core.imports, *(["unsafe"] if core.unsafe else [])]
    uses = "".join(f"var _ = {_MEMBERS[path]}\n\n" for path in core.imports if path in _MEMBERS)
    if shape.named_unsafe and core.unsafe:
        uses += "var _ unsafe.Pointer\n\n"
    specs = [f'_ "{p}"' if p == "unsafe" and not shape.named_unsafe else f'"{p}"' for p in sorted(paths)]
    if shape.grouped == "no":
        imports = "".join(f"import {spec}\n" for spec in specs)
    elif shape.grouped == "yes":
        imports = "import (\n" + "".join(f"\t{spec}\n" for spec in specs) + ")\n"
    else:
        imports = "import (\n\t// Printing.\n" + "\n".join(f"\t{spec}" for spec in specs) + " // why\n)\n"
    doc = "" if "var" in core.text and "noescape" in shape.doc else shape.doc
    doc = "" if "{" in core.text and "noescape" in doc else doc
    text = f"{shape.header}package main\n\n{imports}\n{uses}func main() {{ fmt.Println({core.use}) }}\n\n"
    text += core.text.replace("DOC", doc)
    if not shape.last_line:
        text = text.removesuffix("\n")
    if shape.crlf:
        text = text.replace("\n", "\r\n")
    data = (b"\xef\xbb\xbf" if shape.bom else b"") + text.encode()
    files = {"go.mod": f"module example.com/m\n\ngo {shape.go}\n".encode(), "main.go": data}
    return files | {name: other.encode() for name, other in core.other.items()}


_MEMBERS = {
    "example.com/m/lib": "lib.G",
    "example.com/m/yaml.v3": "yaml.G",
    "runtime/pprof": "pprof.Lookup",
    "crypto/tls": "tls.Dial",
}
