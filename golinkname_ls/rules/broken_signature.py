"""Arguments or results travel in other places than upstream reads or sets.

## What it does
Compares the stub with the upstream func of each version, word by word: number and class of the registers that arguments and results travel in. Names, signs and named types do not matter; a type that cannot be resolved is not compared.

## Why it is bad
Nobody else compares them: the program builds and reads garbage, or corrupts memory.

## Example
    //go:linkname nanotime runtime.nanotime
    func nanotime() string

## Use instead
    //go:linkname nanotime runtime.nanotime
    func nanotime() int64

## Go versions
All versions; signatures differ between them.
"""

from __future__ import annotations

from collections.abc import Iterator

from golinkname_ls.catalog.symbols import Definition
from golinkname_ls.linking.contract import compare
from golinkname_ls.linking.link import Form, Link
from golinkname_ls.linking.rewrite import Unwritable, Writer
from golinkname_ls.linking.scopes import FileScope
from golinkname_ls.linking.upstream import line_of, scope_of, upstream_signature
from golinkname_ls.linking.words import signature
from golinkname_ls.rules.edits import replace
from golinkname_ls.rules.finding import Edit, Fix, Stage
from golinkname_ls.rules.forbidden_reference import summary
from golinkname_ls.rules.rule import Report, Rule, Unit
from golinkname_ls.syntax.declaration import FuncDeclaration
from golinkname_ls.syntax.source_file import SourceFile
from golinkname_ls.text.span import Span

RULE = Rule(
    "LN301",
    "broken-signature",
    Stage.RUNTIME,
    "Arguments or results travel in other places than upstream reads or sets",
)


def check(unit: Unit) -> Iterator[Report]:
    """Report every pulled func whose words clash with upstream's."""
    for link in unit.seen_links:
        if link.form is not Form.PULL or not isinstance(link.stub, FuncDeclaration) or link.stub_source is None:
            continue
        found = unit.symbols.find(link.remote)
        scope = scope_of(unit.symbols, found) if found else None
        upstream = upstream_signature(found) if found else None
        stub = signature(link.stub.signature)
        if found is None or scope is None or upstream is None or stub is None:
            continue
        breach = compare(stub, FileScope(unit.symbols, unit.package, link.stub_source), upstream, scope)
        if breach is None:
            continue
        message = f"the stub does not fit {link.remote}: {breach.text}; upstream is {line_of(found)}"
        yield Report(
            RULE, _where(unit, link), message, link=link, upstream=summary(found), fixes=_fixes(unit, link, found)
        )


def _where(unit: Unit, link: Link) -> Span:
    return link.stub.name_span if link.stub and link.stub_source is unit.source else link.directive.span


def _fixes(unit: Unit, link: Link, found: Definition) -> tuple[Fix, ...]:
    upstream, scope = upstream_signature(found), scope_of(unit.symbols, found)
    source, stub = link.stub_source, link.stub
    if upstream is None or scope is None or source is None or not isinstance(stub, FuncDeclaration):
        return ()
    try:
        written = Writer(source.outline.imports).signature(upstream, scope)
    except Unwritable:
        return ()
    text = f"func {stub.name}{written}"
    return (Fix(f"Rewrite the stub: {text}", False, lambda: _edits(source, stub, text)),)


def _edits(source: SourceFile, stub: FuncDeclaration, text: str) -> tuple[Edit, ...]:
    edits = [replace(source, stub.span, text)]
    blank = next((i for i in source.outline.imports if i.path == "unsafe"), None)
    if "unsafe.Pointer" in text and blank is not None and blank.name == "_":
        edits.insert(0, replace(source, blank.span, '"unsafe"'))
    return tuple(edits)
