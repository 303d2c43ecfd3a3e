"""Two declarations of the package make the same symbol.

## What it does
Finds two vars of one package with the same remote, and a directive on a generic func with a body.

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

from golinkname_ls.golang.version import GoVersion
from golinkname_ls.rules.finding import Stage
from golinkname_ls.rules.rule import Report, Rule, Unit
from golinkname_ls.syntax.declaration import FuncDeclaration, VarDeclaration

RULE = Rule("LN109", "redeclared-symbol", Stage.COMPILE, "Two declarations of the package make the same symbol")


_GENERIC_REFUSED_SINCE = GoVersion(1, 20)


def check(unit: Unit) -> Iterator[Report]:
    """Report the later var of a pair, and generic locals."""
    seen: set[str] = set()
    for link in unit.seen_links:
        if isinstance(link.stub, VarDeclaration) and link.remote:
            if link.remote in seen:
                yield Report(RULE, link.directive.span, f"symbol {link.remote} redeclared", link=link)
            seen.add(link.remote)
        elif (
            isinstance(link.stub, FuncDeclaration)
            and link.stub.type_parameters
            and link.stub.has_body
            and unit.target.go >= _GENERIC_REFUSED_SINCE
        ):
            message = f"symbol {link.remote or link.local} redeclared: a generic func cannot carry a directive"
            yield Report(RULE, link.directive.span, message, link=link)
