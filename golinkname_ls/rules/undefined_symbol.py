"""Nothing defines the remote.

## What it does
Finds a pull of a func that no std package defines on that version and platform, and a directive that renames `main`.

## Why it is bad
The linker stops with `relocation target SYMBOL not defined` as soon as reachable code calls the stub.

## Example
    //go:linkname fastrandu runtime.fastrandu
    func fastrandu() uint

## Use instead
    //go:linkname fastrand64 runtime.fastrand64
    func fastrand64() uint64

## Go versions
All versions; what exists differs by version.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from rapidfuzz import process

from golinkname_ls.catalog.symbols import split_symbol
from golinkname_ls.linking.link import Form, Link
from golinkname_ls.linking.verdict import Pull, pull
from golinkname_ls.rules.edits import replace
from golinkname_ls.rules.finding import Edit, Fix, Severity, Stage
from golinkname_ls.rules.rule import Report, Rule, Unit
from golinkname_ls.syntax.declaration import FuncDeclaration
from golinkname_ls.syntax.source_file import SourceFile
from golinkname_ls.text.span import Span

RULE = Rule("LN202", "undefined-symbol", Stage.LINK, "Nothing defines the remote")


_CLOSE_ENOUGH = 75


def check(unit: Unit) -> Iterator[Report]:
    """Report every func pulled from where nothing is."""
    for link in unit.seen_links:
        if link.local == "main" and unit.package_name == "main" and link.remote not in ("", "main.main"):
            message = "function main is undeclared in the main package: the directive gives it another name"
            yield Report(RULE, link.directive.span, message, link=link)
            continue
        if link.form is not Form.PULL or not isinstance(link.stub, FuncDeclaration):
            continue
        path, _ = split_symbol(link.remote)
        if link.directive.remote is None or path not in unit.symbols.catalog.paths or "[" in link.remote:
            continue
        if pull(unit.symbols, link.remote, unit.path)[0] is not Pull.ABSENT:
            continue
        nearest = _nearest(unit, link)
        message = f"relocation target {link.remote} not defined: Go {unit.target.go} has no such symbol"
        if nearest:
            message += f"; nearest: {', '.join(nearest)}"
        severity = Severity.ERROR if unit.mentioned(link.local) else Severity.WARNING
        yield Report(RULE, link.directive.remote.span, message, severity, link, fixes=_fixes(unit, link, nearest))


def _nearest(unit: Unit, link: Link) -> list[str]:
    path, name = split_symbol(link.remote)
    package = unit.symbols.catalog.package(path)
    if package is None:
        return []
    close = process.extract(name, package.names(), limit=20, score_cutoff=_CLOSE_ENOUGH)
    symbols = (f"{path}.{candidate}" for candidate, _, _ in close)
    return [s for s in symbols if pull(unit.symbols, s, unit.path)[0] is Pull.ALLOWED][:3]


def _fixes(unit: Unit, link: Link, nearest: list[str]) -> tuple[Fix, ...]:
    span = link.directive.arguments[1].span
    return tuple(
        Fix(f"Change the remote to {name}", False, partial(_replaced, unit.source, span, name)) for name in nearest
    )


def _replaced(source: SourceFile, span: Span, text: str) -> tuple[Edit, ...]:
    return (replace(source, span, text),)
