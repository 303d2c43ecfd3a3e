"""The directive does not stand directly above the declaration it names.

## What it does
Finds directives between which and their local's declaration stand other code or blank lines, or whose local is declared in another file or above them. Comment lines between them are fine.

## Why it is bad
It is not wrong: Go allows a directive anywhere in any file of the package. But who reads or moves the declaration does not see that it is linked elsewhere.

## Example
    //go:linkname nanotime runtime.nanotime

    func nanotime() int64

## Use instead
    //go:linkname nanotime runtime.nanotime
    func nanotime() int64

## Go versions
All versions.
"""

from __future__ import annotations

from collections.abc import Iterator

from golinkname_ls.program.directive_with_stub import Link
from golinkname_ls.rules.core.deferred_call import DeferredCall
from golinkname_ls.rules.core.finding import Fix, Related, Severity, Stage
from golinkname_ls.rules.core.item_place import at_directive, at_name
from golinkname_ls.rules.core.rule import Rule, Violation
from golinkname_ls.rules.core.unit import Unit
from golinkname_ls.rules.edits.change import Edit
from golinkname_ls.rules.edits.directives import insert_directive, remove_directive
from golinkname_ls.rules.edits.lines import text_at

RULE = Rule("LN403", "detached-directive", Stage.STYLE, "The directive is not directly above its declaration")


def check_file(unit: Unit) -> Iterator[Violation]:
    """Report every directive that is separated from its declaration by something else than comments."""
    for link in unit.links:
        if link.stub is None or link.stub_source is None or not link.directive.alone or _attached(link):
            continue
        where = "" if link.stub_source is link.source else f", in {link.stub_source.path.name}"
        message = f"not directly above the declaration of {link.local}{where}; Go allows that, people miss it"
        related = (Related(at_name(link.stub_source, link.stub), f"{link.local} is declared here"),)
        yield Violation(RULE, at_directive(link), message, Severity.HINT, link, fixes=_fixes(link), related=related)


def _attached(link: Link) -> bool:
    if link.stub_source is not link.source or link.stub is None:
        return False
    return link.source.stands_above(link.directive, link.stub)


def _fixes(link: Link) -> tuple[Fix, ...]:
    if link.stub_source is not link.source:
        return ()
    return (Fix(f"Move it above the declaration of {link.local}", False, DeferredCall(_moved, link)),)


def _moved(link: Link) -> tuple[Edit, ...]:
    source, stub = link.source, link.stub
    assert stub is not None
    text = text_at(source, at_directive(link).span)
    above = insert_directive(source, at_name(source, stub).span.start, text)
    return (*remove_directive(source, link.directive), above)
