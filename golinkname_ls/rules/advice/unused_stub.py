"""The package never mentions a stub that it pulls.

## What it does
Finds pulls from another package whose local is not exported and which no file of the package names, whatever the build constraints of those files, its tests among them. Packages with assembly or C files are left alone: those may refer to it.

## Why it is bad
Dead code that each Go release can still break: a pulled var is linked even if nothing uses it.

## Example
    //go:linkname nanotime runtime.nanotime
    func nanotime() int64

    // and no nanotime() anywhere

## Use instead
Nothing: remove the directive and the stub.

## Go versions
All versions.
"""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import unquote

from golinkname_ls.catalog.std.symbols import split_symbol
from golinkname_ls.program.directive_with_stub import Link, LinkForm
from golinkname_ls.rules.core.deferred_call import DeferredCall
from golinkname_ls.rules.core.finding import Fix, Severity, Stage
from golinkname_ls.rules.core.item_place import Anchor, at_directive, at_stub
from golinkname_ls.rules.core.rule import Rule, Violation
from golinkname_ls.rules.core.unit import Unit
from golinkname_ls.rules.edits.change import Edit
from golinkname_ls.rules.edits.lines import remove_lines
from golinkname_ls.syntax.items.declarations import FuncDeclaration
from golinkname_ls.text.span import Span

RULE = Rule("LN404", "unused-stub", Stage.STYLE, "The package never mentions the stub it pulls")


def check_link(unit: Unit, link: Link) -> Iterator[Violation]:
    """Report every pull of an unexported local that nothing in the folder names."""
    if link.form is not LinkForm.PULL or not link.directive.remote or link.stub is None:
        return
    if link.local == "_" or link.local[:1].isupper() or _is_own(unit, link.remote):
        return
    if unit.source.uses(link.local) or unit.may_lack_bodies or _named(unit, link):
        return
    message = f"nothing in the package mentions {link.local}"
    yield Violation(RULE, at_stub(link), message, Severity.INFORMATION, link, fixes=_fixes(link))


def _is_own(unit: Unit, remote: str) -> bool:
    """Whether the remote is of the package itself: such a stub marks a method, and is not meant to be called."""
    own = "main" if unit.package_name == "main" else unit.path
    return unquote(split_symbol(remote)[0]) == own


def _named(unit: Unit, link: Link) -> bool:
    """Whether any file of the folder has the name in its code: wider than what the compiler counts as a reference."""
    return any(source.uses(link.local) for source in unit.package.holding(link.local))


def _fixes(link: Link) -> tuple[Fix, ...]:
    if link.stub_source is not link.source or not isinstance(link.stub, FuncDeclaration):
        return ()
    return (Fix(f"Remove the directive and {link.local}", False, DeferredCall(_removed, link, link.stub)),)


def _removed(link: Link, stub: FuncDeclaration) -> tuple[Edit, ...]:
    source, directive, declared = link.source, at_directive(link).span, Anchor(link.source, stub).span
    between = source.data[min(directive.end, declared.end) : max(directive.start, declared.start)]
    if directive.end < declared.start and not between.strip():
        return (remove_lines(source, Span(directive.start, declared.end)),)
    return (remove_lines(source, directive), remove_lines(source, declared))
