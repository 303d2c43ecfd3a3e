"""Two declarations of the package make the same symbol.

## What it does
Finds two vars of one package with the same remote, a directive on a generic func with a body, a body that takes the name of another func of the package, and a func that has both a Go body and a TEXT in assembly.

## Why it is bad
The compiler stops with `symbol NAME redeclared`, or crashes with an internal error.

## Example
    //go:linkname a runtime.zerobase
    var a uintptr
    //go:linkname b runtime.zerobase
    var b uintptr

## Use instead
    //go:linkname a runtime.zerobase
    var a uintptr

## Go versions
All versions; 1.19 accepts a directive on a generic func.
"""

from __future__ import annotations

from collections.abc import Iterator

from golinkname_ls.catalog.symbols import split_symbol
from golinkname_ls.golang.version import GoVersion
from golinkname_ls.linking.definitions import assembled
from golinkname_ls.rules.finding import Stage
from golinkname_ls.rules.fixes.bodies import own_name, pull_or_own
from golinkname_ls.rules.rule import Report, Rule, Unit
from golinkname_ls.syntax.declaration import FuncDeclaration, VarDeclaration

RULE = Rule("LN109", "redeclared-symbol", Stage.COMPILE, "Two declarations of the package make the same symbol")


_GENERIC_REFUSED_SINCE = GoVersion(1, 20)


def check(unit: Unit) -> Iterator[Report]:
    """Report the later var of a pair, generic locals, and bodies over what the package has already."""
    seen: set[str] = set()
    for link in unit.seen_links:
        stub = link.stub
        if isinstance(stub, VarDeclaration) and link.remote:
            if link.remote in seen:
                message = f"symbol {link.remote} redeclared"
                yield Report(RULE, link.directive.span, message, link=link, fixes=own_name(link))
            seen.add(link.remote)
        elif isinstance(stub, FuncDeclaration) and stub.has_body:
            if stub.type_parameters and unit.target.go >= _GENERIC_REFUSED_SINCE:
                message = f"symbol {link.remote or link.local} redeclared: a generic func cannot carry a directive"
                yield Report(RULE, link.directive.span, message, link=link, fixes=own_name(link))
            elif link.remote and _own_body(unit, link.remote, link.local):
                message = f"symbol {link.remote} redeclared: this package has another body of that name"
                yield Report(RULE, link.directive.span, message, link=link, fixes=pull_or_own(unit, link))
    yield from _assembled(unit)


def _own_body(unit: Unit, remote: str, local: str) -> bool:
    prefix, name = split_symbol(remote)
    if prefix != unit.program.prefix(unit.path) or name == local:
        return False
    declared = unit.package.declared(name, unit.target, unit.source)
    return any(isinstance(d, FuncDeclaration) and d.has_body for _, d in declared)


def _assembled(unit: Unit) -> Iterator[Report]:
    """Funcs with a Go body and a TEXT of the same name."""
    if not any(name.endswith(".s") for name in unit.package.foreign(unit.target)):
        return
    prefix = unit.program.prefix(unit.path)
    symbols = assembled(unit.package, prefix, unit.target)
    for name in unit.source.outline.names() if symbols else ():
        if ("TEXT", f"{prefix}.{name}") not in symbols:
            continue
        for declaration in unit.source.outline.declared(name):
            if isinstance(declaration, FuncDeclaration) and declaration.has_body:
                yield Report(RULE, declaration.name_span, f"{name} defined in both Go and assembly")
