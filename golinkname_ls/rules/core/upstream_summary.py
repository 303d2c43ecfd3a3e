"""Upstream definition of a link as findings and messages show it."""

from __future__ import annotations

from functools import partial

from golinkname_ls.catalog.std.printed_declarations import type_text
from golinkname_ls.catalog.std.symbols import Definition
from golinkname_ls.linking.resolving.definitions_outside_std import OwnDefinition
from golinkname_ls.rules.core.finding import UpstreamSummary
from golinkname_ls.syntax.files.source_file import SourceFile
from golinkname_ls.syntax.items.declarations import Declaration, FuncDeclaration


def summary(found: Definition | OwnDefinition | None) -> UpstreamSummary | None:
    """The upstream as the JSON format names it."""
    if isinstance(found, Definition):
        return UpstreamSummary(type_text(found), found.file, found.line) if found.entry else None
    if found is None or found.declaration is None or found.source is None:
        return None
    declaration, source = found.declaration, found.source
    kind = declaration.signature if isinstance(declaration, FuncDeclaration) else declaration.type
    line = source.answers.ask(("line", declaration), partial(_line, source, declaration))
    return UpstreamSummary(kind, f"{found.package}/{source.path.name}", line)


def defined_at(found: Definition | OwnDefinition | None) -> str:
    """Place of a definition for a message: `runtime/proc.go:420`; "" when it is not known."""
    shown = summary(found)
    if shown is not None:
        return f"{shown.file}:{shown.line}"
    return f"package {found.package}" if found is not None else ""


def _line(source: SourceFile, declaration: Declaration) -> int:
    """Present line of a declaration, from 1; 0 when it is gone."""
    if source.inputs is not None:
        source.inputs.text.ask()
    place = source.outline.place(declaration)
    return place.line if place is not None else 0
