"""The linker refuses the reference: the symbol is unmarked, blocked or for std only.

## What it does
Since 1.23 a std symbol can be pulled only if its own package marks it with a directive, and some names are blocked outright. 1.24 closed a hole for compiler builtins, 1.27 asks for marks on assembly too and knows marks for std alone.

## Why it is bad
The linker stops with `PKG: invalid reference to SYMBOL`.

## Example
    //go:linkname gcStart runtime.gcStart
    func gcStart(trigger gcTrigger)

## Use instead
    runtime.GC()

## Go versions
1.23 and later. `-ldflags=-checklinkname=0` lifts it.
"""

from __future__ import annotations

from collections.abc import Iterator

from golinkname_ls.catalog.symbols import Definition
from golinkname_ls.linking.link import Form, Link
from golinkname_ls.linking.upstream import type_text
from golinkname_ls.linking.verdict import Pull, pull
from golinkname_ls.rules.finding import Severity, Stage, UpstreamSummary
from golinkname_ls.rules.rule import Report, Rule, Unit
from golinkname_ls.syntax.declaration import VarDeclaration

RULE = Rule(
    "LN201",
    "forbidden-reference",
    Stage.LINK,
    "The linker refuses the reference: the symbol is unmarked, blocked or for std only",
)


_REASONS = {
    Pull.FORBIDDEN: "nothing marks it in its own package, so Go {go} lets only std refer to it",
    Pull.STD_ONLY: "it is marked for std only (linknamestd) in Go {go}",
    Pull.BLOCKED: "Go {go} blocks the name: only the packages its linker lists may refer to it",
}


def check(unit: Unit) -> Iterator[Report]:
    """Report every pull that this version's linker refuses."""
    for link in unit.seen_links:
        if link.form is not Form.PULL or not link.source.outline.imports_unsafe:
            continue
        verdict, found = pull(unit.symbols, link.remote, unit.path)
        if link.directive.verb == "linknamestd" and link.remote in unit.symbols.catalog.builtins:
            continue
        if verdict not in _REASONS:
            continue
        message = f"invalid reference to {link.remote}: {_REASONS[verdict].format(go=unit.target.go)}"
        where = link.directive.remote.span if link.directive.remote else link.directive.span
        yield Report(RULE, where, message, _severity(unit, link), link, summary(found))


def _severity(unit: Unit, link: Link) -> Severity:
    # A var is part of its own package's object file even if nobody uses it; a func only when something refers to it.
    if isinstance(link.stub, VarDeclaration) or unit.mentioned(link.local):
        return Severity.ERROR
    return Severity.WARNING


def summary(found: Definition | None) -> UpstreamSummary | None:
    """The upstream as the JSON format names it."""
    return UpstreamSummary(type_text(found), found.file, found.line) if found and found.entry else None
