"""The local is not a package-level func or var.

## What it does
Finds a directive whose first argument names nothing in the package, or a type, a constant, a method, `init` or `_`.

## Why it is bad
The compiler stops with `//go:linkname must refer to declared function or variable`.

## Example
    //go:linkname T.Len other.Len

## Use instead
    //go:linkname length other.Len
    func length(t *T) int

## Go versions
All versions; silently accepted while go.mod says `go 1.17` or lower, and without a `go` line in dependencies and below
go.work. A module of its own without one is taken for what `go mod tidy` makes of it. 1.19 accepts `_`.
"""

from __future__ import annotations

from collections.abc import Iterator

from golinkname_ls.golang.targets.version import GoVersion
from golinkname_ls.program.directive_with_stub import Link, LinkForm
from golinkname_ls.rules.core.deferred_call import DeferredCall
from golinkname_ls.rules.core.finding import Fix, Stage
from golinkname_ls.rules.core.item_place import at_local
from golinkname_ls.rules.core.rule import Rule, Violation
from golinkname_ls.rules.core.unit import Unit
from golinkname_ls.rules.edits.lines import replace
from golinkname_ls.rules.fixes.missing_stub import insert_stub
from golinkname_ls.syntax.items.declarations import FuncDeclaration

RULE = Rule("LN105", "undeclared-local", Stage.COMPILE, "The local is not a package-level func or var")


# types.AllowsGoVersion(1, 18), cmd/compile/internal/noder/writer.go: older modules are let through.
_STRICT_LANGUAGE = (1, 18)
_BLANK_REFUSED_SINCE = GoVersion(1, 20)


def check_file(unit: Unit) -> Iterator[Violation]:
    """Report every local that the compiler does not find."""
    if unit.language is not None and unit.language < _STRICT_LANGUAGE:
        return
    for link in unit.links:
        stub = link.stub
        generic = isinstance(stub, FuncDeclaration) and stub.type_parameters and not stub.has_body
        if link.form is not LinkForm.UNKNOWN and not generic and link.local not in ("_", "init"):
            continue
        if link.local == "_" and unit.target.go < _BLANK_REFUSED_SINCE:
            continue
        if unit.source.outline.has_error:
            return
        message = f"//go:{link.directive.verb} must refer to declared function or variable: {_what(link)}"
        yield Violation(RULE, at_local(link), message, link=link, fixes=DeferredCall(_fixes, unit, link))


def _what(link: Link) -> str:
    if link.other is not None:
        kind = type(link.other).__name__.removesuffix("Declaration").lower()
        return f"{link.local} is a {kind}"
    if "." in link.local:
        return f"{link.local} is a method, or not of this package"
    return f"nothing in this package declares {link.local}"


def _fixes(unit: Unit, link: Link) -> tuple[Fix, ...]:
    return (*_nearest(unit, link), *insert_stub(unit, link))


def _nearest(unit: Unit, link: Link) -> tuple[Fix, ...]:
    # Imported when needed: most files have nothing misspelled, and it takes a tenth of the start.
    from rapidfuzz import process

    taken = {d.local for d in unit.source.outline.directives if d.well_formed}
    names = [
        declaration.name
        for declaration in unit.source.outline.declared_names()
        if isinstance(declaration, FuncDeclaration) and not declaration.has_body and declaration.name not in taken
    ]
    best = process.extractOne(link.local, names, score_cutoff=60)
    if best is None:
        return ()
    name = best[0]
    return (Fix(f"Change the local to {name}", False, lambda: (replace(unit.source, at_local(link).span, name),)),)
