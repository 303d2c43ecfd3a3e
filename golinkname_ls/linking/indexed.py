"""What a package refers to by an import's index, whatever a directive says (cmd/compile/internal/noder/reader.go, linkname).

Reading an imported type reads its methods, and each gets the index that it has in its own package (1.27.3:1300). A
directive's remote of that name is the same symbol: the linker finds it by the index and asks for no mark, and a body
that is pushed onto it is left out.
"""

from __future__ import annotations

import re

from golinkname_ls.catalog.symbols import split_symbol
from golinkname_ls.linking.mentioned import uses_import
from golinkname_ls.linking.program import Program
from golinkname_ls.syntax.declaration import Declaration, FuncDeclaration

_METHOD = re.compile(r"(?:\(\*([^\W\d]\w*)\)|([^\W\d]\w*))\.[^\W\d]\w*")


def uses(program: Program, path: str, symbol: str) -> bool:
    """Whether the package refers to the exported symbol by an import."""
    prefix, name = split_symbol(symbol)
    if not name[:1].isupper() or "." in name:
        return False
    return _mentions(program, path, prefix, name)


def reads_method(program: Program, path: str, symbol: str, declaration: Declaration | None) -> bool:
    """Whether the package mentions the imported type that declares the method under this very name."""
    prefix, name = split_symbol(symbol)
    match = _METHOD.fullmatch(name)
    if match is None or not isinstance(declaration, FuncDeclaration) or is_wrapper(symbol, declaration):
        return False
    receiver = match[1] or match[2]
    imported = program.prefixes.get(prefix, prefix) != path
    return imported and receiver[:1].isupper() and _mentions(program, path, prefix, receiver)


def is_wrapper(symbol: str, declaration: Declaration | None) -> bool:
    """Whether the symbol is the pointer's form of a value's method: the compiler writes it where it needs it (DUPOK)."""
    pointer = split_symbol(symbol)[1].startswith("(*")
    return pointer and isinstance(declaration, FuncDeclaration) and not declaration.receiver_is_pointer


def _mentions(program: Program, path: str, prefix: str, name: str) -> bool:
    package = program.closure.packages[path]
    return uses_import(package, program.symbols.target, program.prefixes.get(prefix, prefix), name)
