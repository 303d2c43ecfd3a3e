"""What a package refers to by an import's index, whatever a directive says (cmd/compile/internal/noder/reader.go, linkname).

An imported func, and each method of an imported type, gets the index that it has in its own package when it is read
(1.27.3:1304). A directive's remote of that name is the same symbol: the linker finds it by the index and asks for no
mark, and a body that is pushed onto it is left out. Since linknames are checked the compiler gives a stub its symbol when
it reads the stub (1.27.3:1313), and what comes first counts; before it did so later than it read any import.
"""

from __future__ import annotations

import re
from functools import partial

from golinkname_ls.catalog.symbols import split_symbol
from golinkname_ls.linking.mentioned import uses_import
from golinkname_ls.linking.reading import read_before
from golinkname_ls.linking.verdict import era
from golinkname_ls.program.deferred_answers import until_pause
from golinkname_ls.program.links import Link
from golinkname_ls.program.program import Program
from golinkname_ls.syntax.declaration import Declaration, FuncDeclaration
from golinkname_ls.syntax.source_file import SourceFile

_METHOD = re.compile(r"(?:\(\*([^\W\d]\w*)\)|([^\W\d]\w*))\.[^\W\d]\w*")


def by_index(link: Link, program: Program, path: str, symbol: str, declaration: Declaration | None) -> bool:
    """Whether the package `path` refers to the remote of a link, a func or method of another package, by its index."""
    prefix, name = split_symbol(symbol)
    match, imported = _METHOD.fullmatch(name), program.prefixes.get(prefix, prefix)
    if imported == path or not isinstance(link.stub, FuncDeclaration):
        return False
    if match is not None and (not isinstance(declaration, FuncDeclaration) or is_wrapper(symbol, declaration)):
        return False
    if match is None and ("." in name or not name[:1].isupper()):
        return False
    owner = (match[1] or match[2]) if match is not None else name
    if era(link.target.go).marks:
        return _reads_before(program, path, link.stub.name, link.stub_source or link.source, (imported, owner))
    package = program.closure.packages[path]
    return owner[:1].isupper() and uses_import(package, link.target, imported, owner)


def _reads_before(program: Program, path: str, stub: str, source: SourceFile, owner: tuple[str, str]) -> bool:
    """As `read_before` has it. It grows with the package and all that it names."""
    key = (read_before, path, stub, source.path, owner, program.symbols.target)
    find = partial(read_before, program, path, stub, source, owner)
    return until_pause(program.closure.packages[path], key, find)


def is_wrapper(symbol: str, declaration: Declaration | None) -> bool:
    """Whether the symbol is the pointer's form of a value's method: the compiler writes it where it needs it (DUPOK)."""
    pointer = split_symbol(symbol)[1].startswith("(*")
    return pointer and isinstance(declaration, FuncDeclaration) and not declaration.receiver_is_pointer
