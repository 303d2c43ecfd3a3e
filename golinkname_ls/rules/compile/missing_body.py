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

from golinkname_ls.golang.targets.version import GoVersion
from golinkname_ls.rules.core.finding import Stage
from golinkname_ls.rules.core.item_place import at_name
from golinkname_ls.rules.core.rule import Rule, Violation
from golinkname_ls.rules.core.unit import Unit, knows_verb
from golinkname_ls.syntax.items.declarations import FuncDeclaration

RULE = Rule("LN107", "missing-body", Stage.COMPILE, "A func has neither a body nor a directive")


# cmd/go/internal/work/gc.go (1.27.3): these get funcs from runtime by pushes without any directive of their own.
_STD_WITHOUT_BODIES = frozenset(
    [
        "bytes",
        "internal/godebug",
        "internal/poll",
        "net",
        "os",
        "runtime/metrics",
        "runtime/pprof",
        "runtime/trace",
        "sync",
        "syscall",
        "time",
    ]
)
_NEVER_COMPILED = frozenset({"builtin", "unsafe"})


_BLANK_LET_THROUGH_SINCE = GoVersion(1, 20)


def _needs_body(function: FuncDeclaration) -> bool:
    """Whether nothing but a body will do (cmd/compile/internal/types2: resolver.go, decl.go)."""
    if function.type_parameters:
        return True
    return function.name == "init" and not function.is_method


def check_file(unit: Unit) -> Iterator[Violation]:
    """Report every func the compiler finds no code for."""
    outline = unit.source.outline
    if unit.is_std and (unit.path in _NEVER_COMPILED or unit.path in _STD_WITHOUT_BODIES):
        return
    bare = [d for d in outline.funcs_without_body() if "go:wasmimport" not in d.pragmas]
    if not bare:
        return
    if unit.target.go >= _BLANK_LET_THROUGH_SINCE:
        bare = [d for d in bare if d.name != "_"]
    lenient = unit.may_lack_bodies
    if lenient and not any(map(_needs_body, bare)):
        return
    named = {
        directive.local
        for source in unit.package.selected(unit.target, unit.source, unit.package.directed())
        for directive in source.outline.directives
        if directive.well_formed and source.outline.imports_unsafe and knows_verb(unit.target, directive.verb)
    }
    missing = [f for f in bare if _needs_body(f) or not lenient if f.is_method or f.name not in named]
    # Only a tree tells whether a file can be read, and most files lack no body.
    if missing and not outline.has_error:
        yield from (
            Violation(RULE, at_name(unit.source, f), f"missing function body: {f.qualified_name}") for f in missing
        )
