"""The program already has a definition of the remote.

## What it does
Finds a func with a body, or a var with an initial value, whose directive gives it a name that another package of the program defines.

## Why it is bad
The linker stops with `duplicated definition of symbol SYMBOL`, whether or not anything uses it.

## Example
    //go:linkname nanotime runtime.nanotime
    func nanotime() int64 { return 0 }

## Use instead
    //go:linkname nanotime runtime.nanotime
    func nanotime() int64

## Go versions
All versions. Vars of different sizes: 1.23 and early 1.24 refuse initial data that is smaller than the other var.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from golinkname_ls.linking.outcome import Problem, is_func
from golinkname_ls.rules.edits import replace
from golinkname_ls.rules.finding import Edit, Fix, Stage
from golinkname_ls.rules.rule import Report, Rule, Unit
from golinkname_ls.rules.upstream_summary import place, summary
from golinkname_ls.syntax.declaration import FuncDeclaration
from golinkname_ls.syntax.source_file import SourceFile
from golinkname_ls.text.span import Span

RULE = Rule("LN203", "duplicate-definition", Stage.LINK, "The program already has a definition of the remote")


def check(unit: Unit) -> Iterator[Report]:
    """Report every push onto a symbol that is there already."""
    for link in unit.seen_links:
        if link.stub is None or not link.source.outline.imports_unsafe:
            continue
        answer = unit.outcome(link)
        if answer.problem is not Problem.DUPLICATE:
            continue
        what = "the body makes a second one" if is_func(link) else "both have initial values"
        message = f"duplicated definition of symbol {link.remote or link.local}: {what}; the other is in {place(answer.found)}"
        fixes: tuple[Fix, ...] = ()
        stub, source = link.stub, link.stub_source
        if isinstance(stub, FuncDeclaration) and stub.body_span is not None and source is not None:
            body = stub.body_span
            fixes = (Fix("Remove the body, so that the func is a pull", False, _without(source, body)),)
        yield Report(RULE, link.directive.span, message, link=link, upstream=summary(answer.found), fixes=fixes)


def _without(source: SourceFile, body: Span) -> Callable[[], tuple[Edit, ...]]:
    start = len(source.data[: body.start].rstrip(b" \t"))
    return lambda: (replace(source, Span(start, body.end), ""),)
