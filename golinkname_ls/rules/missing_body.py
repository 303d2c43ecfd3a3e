"""A func has neither a body nor a directive.

## What it does
Finds a func without body that no directive names, in a package without assembly or cgo files.

## Why it is bad
The compiler stops with `missing function body`.

## Example
    func nanotime() int64

## Use instead
    //go:linkname nanotime runtime.nanotime
    func nanotime() int64

## Go versions
All versions.
"""

from __future__ import annotations

from collections.abc import Iterator

from golinkname_ls.rules.finding import Stage
from golinkname_ls.rules.rule import Report, Rule, Unit, knows
from golinkname_ls.syntax.declaration import FuncDeclaration

RULE = Rule("LN107", "missing-body", Stage.COMPILE, "A func has neither a body nor a directive")


def check(unit: Unit) -> Iterator[Report]:
    """Report every func the compiler finds no code for."""
    outline = unit.source.outline
    if outline.has_error:
        return
    bare = [d for d in outline.funcs_without_body() if "go:wasmimport" not in d.pragmas]
    if not bare or unit.package.may_lack_bodies(unit.target, unit.source):
        return
    named = {
        directive.arguments[0].text
        for source in unit.package.selected(unit.target, unit.source)
        for directive in source.outline.directives
        if directive.well_formed and source.outline.imports_unsafe and knows(unit.target, directive.verb)
    }
    for function in bare:
        if isinstance(function, FuncDeclaration) and (function.is_method or function.name not in named):
            yield Report(RULE, function.name_span, f"missing function body: {function.qualified_name}")
