"""Upstream definition of a link as findings and messages show it."""

from __future__ import annotations

from functools import partial

from golinkname_ls.catalog.std.declaration_text import type_text
from golinkname_ls.catalog.std.symbols import Definition
from golinkname_ls.incremental.recorded_questions import About, note
from golinkname_ls.linking.resolving.definitions import OwnDefinition
from golinkname_ls.rules.core.finding import UpstreamSummary
from golinkname_ls.syntax.files.source_file import SourceFile
from golinkname_ls.syntax.items.declarations import FuncDeclaration, VarDeclaration


def summary(found: Definition | OwnDefinition | None) -> UpstreamSummary | None:
    """The upstream as the JSON format names it."""
    if isinstance(found, Definition):
        return UpstreamSummary(type_text(found), found.file, found.line) if found.entry else None
    if found is None or found.declaration is None or found.source is None:
        return None
    declaration = found.declaration
    ask = partial(_line, found.source, declaration)
    note(("line", found.source.path, found.symbol), ask, ask(), About.PLACES)
    kind = declaration.signature if isinstance(declaration, FuncDeclaration) else declaration.type
    return UpstreamSummary(kind, f"{found.package}/{found.source.path.name}", declaration.line)


def defined_at(found: Definition | OwnDefinition | None) -> str:
    """Place of a definition for a message: `runtime/proc.go:420`; "" when it is not known."""
    shown = summary(found)
    if shown is not None:
        return f"{shown.file}:{shown.line}"
    return f"package {found.package}" if found is not None else ""


def _line(source: SourceFile, declaration: FuncDeclaration | VarDeclaration) -> int:
    """Present line of a declaration, from 1; 0 when it is gone."""
    name = declaration.qualified_name if isinstance(declaration, FuncDeclaration) else declaration.name
    among = source.outline.declarations() if "." in name else source.outline.declared(name)
    lines = (
        d.line
        for d in among
        if type(d) is type(declaration) and (d.qualified_name if isinstance(d, FuncDeclaration) else d.name) == name
    )
    return next(lines, 0)
