"""The upstream of a link as messages, hovers and the contract need it."""

from __future__ import annotations

from golinkname_ls.catalog.symbols import Definition, TargetSymbols
from golinkname_ls.linking.scopes import StdScope
from golinkname_ls.linking.words import Signature, signature
from golinkname_ls.syntax.declaration import FuncDeclaration, VarDeclaration


def type_text(found: Definition) -> str:
    """Its type as its own package writes it; "" without a Go declaration."""
    declaration = found.entry.declaration if found.entry else None
    if isinstance(declaration, FuncDeclaration):
        if not declaration.receiver:
            return declaration.signature
        rest = declaration.signature.removeprefix("func(")
        receiver = declaration.receiver if " " in declaration.receiver else f"_ {declaration.receiver}"
        return f"func({receiver}" + (")" if rest.startswith(")") else ", ") + rest.removeprefix(")")
    return declaration.type if isinstance(declaration, VarDeclaration) else ""


def line_of(found: Definition) -> str:
    """The declaration on one line: `func nanotime() int64`."""
    declaration = found.entry.declaration if found.entry else None
    if isinstance(declaration, FuncDeclaration):
        receiver = f"({declaration.receiver}) " if declaration.receiver else ""
        return f"func {receiver}{declaration.name}{declaration.signature.removeprefix('func')}"
    if isinstance(declaration, VarDeclaration):
        value = f" = {declaration.value}" if declaration.value else ""
        return f"var {declaration.name} {declaration.type}".rstrip() + value
    return ""


def upstream_signature(found: Definition) -> Signature | None:
    """Its parameters and results, the receiver first; None for a var or what cannot be read."""
    declaration = found.entry.declaration if found.entry else None
    if not isinstance(declaration, FuncDeclaration) or declaration.type_parameters:
        return None
    return signature(declaration.signature, declaration.receiver)


def scope_of(symbols: TargetSymbols, found: Definition) -> StdScope | None:
    """Where the upstream's type names are looked up."""
    return StdScope(symbols, found.entry.section) if found.entry else None
