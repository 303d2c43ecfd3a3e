"""The file does not import unsafe.

## What it does
Finds a directive in a file that imports neither `unsafe` nor `C`; another file of the package does not count.

## Why it is bad
The compiler stops with `//go:linkname only allowed in Go files that import "unsafe"`.

## Example
    package p

    //go:linkname nanotime runtime.nanotime
    func nanotime() int64

## Use instead
    package p

    import _ "unsafe"

    //go:linkname nanotime runtime.nanotime
    func nanotime() int64

## Go versions
All versions.
"""

from __future__ import annotations

from collections.abc import Iterator

from golinkname_ls.program.directive_with_stub import Link
from golinkname_ls.rules.core.deferred_call import DeferredCall
from golinkname_ls.rules.core.finding import Fix, Stage
from golinkname_ls.rules.core.item_place import at_directive
from golinkname_ls.rules.core.rule import Rule, Violation
from golinkname_ls.rules.core.unit import Unit
from golinkname_ls.rules.edits.imports import import_unsafe

RULE = Rule("LN104", "missing-unsafe-import", Stage.COMPILE, "The file does not import unsafe")


def check_link(unit: Unit, link: Link) -> Iterator[Violation]:
    """Report every directive of a file without the import."""
    if unit.source.outline.imports_unsafe:
        return
    source = unit.source
    verb = link.directive.verb
    message = f'//go:{verb} only allowed in Go files that import "unsafe"'
    fix = Fix('Add import _ "unsafe"', True, DeferredCall(import_unsafe, source))
    yield Violation(RULE, at_directive(link), message, link=link, fixes=(fix,))
