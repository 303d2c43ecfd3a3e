"""References by index: imported funcs that an object file names by their number, so that the linker asks for no mark.

    import "runtime"
    //go:linkname gc runtime.GC
    func gc()                     beside a call runtime.GC() → the reference is by index: no mark is asked for

Source: cmd/compile/internal/noder/reader.go, linkname.

An imported func, and each method of an imported type, gets the index that it has in its own package when it is read
(1.27.3:1304). A directive's remote of that name is the same symbol: the linker finds it by the index and asks for no
mark, and a body that is pushed onto it is left out. Since linknames are checked the compiler gives a stub its symbol
when it reads the stub (1.27.3:1313), and what comes first counts; before it did so later than it read any import.
"""

from __future__ import annotations

import re

from golinkname_ls.catalog.std.symbols import split_symbol
from golinkname_ls.compiler.live.package_mentions import uses_import
from golinkname_ls.golang.targets.linker_eras import era
from golinkname_ls.program.directive_with_stub import Link
from golinkname_ls.program.program import Program
from golinkname_ls.syntax.items.declarations import Declaration, FuncDeclaration, Import

_METHOD = re.compile(r"(?:\(\*([^\W\d]\w*)\)|([^\W\d]\w*))\.[^\W\d]\w*")


def refers_by_index(
    link: Link, program: Program, path: str, symbol: str, declaration: Declaration | None
) -> bool | None:
    """Whether the package `path` refers to a link's remote, a func or method of another package, by index.

    None for perhaps: code uses the import, and the order in which the compiler reads it and the stub is not followed.
    Of the stub's own signature it is known: that comes first.
    """
    prefix, name = split_symbol(symbol)
    match, imported = _METHOD.fullmatch(name), program.prefixes.get(prefix, prefix)
    if imported == path or not isinstance(link.stub, FuncDeclaration):
        return False
    if match is not None and (not isinstance(declaration, FuncDeclaration) or is_wrapper(symbol, declaration)):
        return False
    owner = (match[1] or match[2]) if match is not None else name
    late = era(link.target.go).marks
    if match is not None and late:
        specs = [s for s in (link.stub_source or link.source).outline.imports if s.path == imported and s.name != "_"]
        if any(_names(link.stub.signature, spec, owner) for spec in specs):
            return True
        # With one type of a package others are read, of whatever names.
        sources = program.closure.packages[path].selected(link.target, link.stub_source or link.source)
        return None if any(s.path == imported and s.name != "_" for f in sources for s in f.outline.imports) else False
    used = "." not in owner and owner[:1].isupper() and uses_import(program, path, imported, owner)
    return None if used and late else used


def _names(signature: str, spec: Import, owner: str) -> bool:
    """Whether a signature names an exported type of an imported package."""
    qualifier = "" if spec.name == "." else rf"{re.escape(spec.name)}\." if spec.name else r"\w+\."
    return re.search(rf"(?<![\w.]){qualifier}{re.escape(owner)}(?!\w)", signature) is not None


def is_wrapper(symbol: str, declaration: Declaration | None) -> bool:
    """Whether a symbol is the wrapper `p.(*T).m` of a method with a value receiver, which is DUPOK."""
    pointer = split_symbol(symbol)[1].startswith("(*")
    return pointer and isinstance(declaration, FuncDeclaration) and not declaration.receiver_is_pointer
