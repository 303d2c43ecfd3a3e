"""Definitions of std as text: their type, and their declaration on one line."""

from __future__ import annotations

from golinkname_ls.catalog.std.symbols import Definition
from golinkname_ls.syntax.items.declarations import Declaration, FuncDeclaration, VarDeclaration


def type_text(found: Definition) -> str:
    """Type of a std definition as its own package writes it; "" without a Go declaration."""
    declaration = found.entry.declaration if found.entry else None
    if isinstance(declaration, FuncDeclaration):
        if not declaration.receiver:
            return declaration.signature
        rest = declaration.signature.removeprefix("func(")
        receiver = declaration.receiver if " " in declaration.receiver else f"_ {declaration.receiver}"
        return f"func({receiver}" + (")" if rest.startswith(")") else ", ") + rest.removeprefix(")")
    return declaration.type if isinstance(declaration, VarDeclaration) else ""


def line_of(found: Definition) -> str:
    """Declaration of a std definition on one line: `func nanotime() int64`; "" without one in Go."""
    return declaration_line(found.entry.declaration) if found.entry else ""


def declaration_line(declaration: Declaration) -> str:
    """A func or var on one line, "" for other declarations."""
    if isinstance(declaration, FuncDeclaration):
        receiver = f"({declaration.receiver}) " if declaration.receiver else ""
        return f"func {receiver}{declaration.name}{declaration.signature.removeprefix('func')}"
    if isinstance(declaration, VarDeclaration):
        value = f" = {declaration.value}" if declaration.value else ""
        return f"var {declaration.name} {declaration.type}".rstrip() + value
    return ""
