"""Which types a program of Go 1.19 has debug information of.

When the linker of 1.19 gives a var up for another, it still asks for `go.info.TYPE` of the one it gave up
(cmd/link/internal/ld/dwarf.go); a type that nothing else in the program has is then not defined.
"""

from __future__ import annotations

import re

from golinkname_ls.linking.mentioned import mentioned
from golinkname_ls.program.program import Program
from golinkname_ls.syntax.declaration import VarDeclaration
from golinkname_ls.syntax.source_file import SourceFile

# For runtime's sake, from the debug information of an empty main; go1.19.8 linux/amd64.
_LENGTHS = {
    "string": "2 3 4 6 8 9 10 27",
    "uintptr": "0 1 2 4 6 9 32 64 65 100 128 252 253 512 1000",
    "uint64": "1 2 3 4 15 68 256 720",
    "uint32": "3 65 68",
    "uint16": "68",
    "uint": "5",
    "int64": "3 5",
    "float64": "33",
}
_ARRAYS = frozenset(f"[{n}]{kind}" for kind, lengths in _LENGTHS.items() for n in lengths.split())
_SLICES = frozenset(
    f"[]{kind}"
    for kind in ["int32", "rune", "string", "uint32", "uint64", "uint8", "byte", "uintptr", "unsafe.Pointer"]
)
_OTHERS = frozenset(
    [
        "",
        "func()",
        "func() bool",
        "struct{}",
        "**bool",
        "**uint8",
        "**byte",
        "map[string]uint64",
        "chan bool",
        "chan int",
    ]
)
_BASIC = re.compile(
    r"""(?x) ^(
        \[\d+\](byte|uint8)
      | \*?(u?int(8|16|32|64)?|uintptr|byte|rune|string|bool|float(32|64)|error|any|interface\{\}|unsafe\.Pointer)
    )$"""
)


def in_every_program(text: str) -> bool:
    """Whether every program has the type."""
    return text in _ARRAYS or text in _SLICES or text in _OTHERS or _BASIC.match(text) is not None


def has_debug_type(program: Program, path: str, stub: VarDeclaration, source: SourceFile) -> bool:
    """Whether the var's type is part of the program all the same, or nothing asks for it."""
    package = program.closure.packages.get(path)
    if package is None:
        return False
    if not stub.name[:1].isupper() and not mentioned(package, program.symbols.target, source, stub.name):
        return True  # What nothing mentions has no debug information.
    name, written = re.escape(stub.name), re.escape(stub.type)
    # Its own declaration does not make the type part of a program.
    declared = re.compile(
        rf"^\s*(var\s+)?{name}\s+{written}|^\s*(type\s+)?{written}\s+(?=struct\b|[\[*\w])".encode(), re.M
    )
    patterns = [
        # `println(&v)` keeps nothing that would have the type.
        (stub.name, rf"(?<!println\()&{name}(?![\w.\[])"),
        # Not what only looks into it (`v[0]`, `v.f`, `range v`, `len(v)`), nor the directive and the declaration.
        (
            stub.name,
            rf"(?<![\w.&])(?<!range )(?<!len\()(?<!cap\()(?<!var )(?<!linkname ){name}(?![\w\[.])(?!\s*[!=]=)",
        ),
        (stub.type, written),
    ]
    return any(
        re.search(pattern.encode(), re.sub(rb"//.*", b"", declared.sub(b"", text.data)))
        for word, pattern in patterns
        if word
        for text in package.holding(word)
    )
