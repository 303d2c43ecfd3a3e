"""A var that shares its memory with upstream's has another size, alignment or other pointers.

## What it does
Lays out the type of a pulled var and that of upstream's var in each version and on each platform, and compares size, alignment and where the pointers are. A type that cannot be resolved is not compared.

## Why it is bad
Both names are one piece of memory. A larger local var reads and writes what lies behind upstream's; pointers in other places are not seen, or integers are taken for pointers, by the garbage collector.

## Example
    //go:linkname overflowError runtime.overflowError
    var overflowError [4]uintptr

## Use instead
    //go:linkname overflowError runtime.overflowError
    var overflowError error

## Go versions
All versions; layouts differ between them.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from itertools import islice

from golinkname_ls.golang.layout import Sizes, layout_of, pointer_offsets
from golinkname_ls.golang.types import model as m
from golinkname_ls.linking.call import short_text
from golinkname_ls.linking.link import Form
from golinkname_ls.rules.contract_reports import where
from golinkname_ls.rules.finding import Severity, Stage
from golinkname_ls.rules.fixes.variable import retypes
from golinkname_ls.rules.rule import Report, Rule, Unit
from golinkname_ls.rules.upstream_summary import summary
from golinkname_ls.syntax.declaration import VarDeclaration

RULE = Rule("LN304", "variable-layout", Stage.RUNTIME, "The var's size, alignment or pointers differ from upstream's")

_MANY = 1 << 16
"""More pointers than are worth comparing one by one."""


def check(unit: Unit) -> Iterator[Report]:
    """Report every pulled var whose layout differs."""
    for link in unit.seen_links:
        stub = link.stub
        if link.form is not Form.PULL or not isinstance(stub, VarDeclaration):
            continue
        found = unit.outcome(link).found
        if found is None:
            continue
        ours, theirs = unit.variable(stub.name), unit.upstream_variable(link)
        difference = _difference(ours, theirs, Sizes.of(unit.target.platform))
        if difference is None:
            continue
        text, severity = difference
        message = f"{link.local} is {short_text(ours)}, {link.remote} is {short_text(theirs)}: {text}"
        fixes = partial(retypes, unit, link, theirs)
        yield Report(RULE, where(unit, link), message, severity, link=link, upstream=summary(found), fixes=fixes)


def _difference(ours: m.Type, theirs: m.Type, sizes: Sizes) -> tuple[str, Severity] | None:
    own, upstream = layout_of(ours, sizes), layout_of(theirs, sizes)
    if own is None or upstream is None:
        return None
    if own.size > upstream.size:
        # Most linkers enlarge upstream's: what is behind it is not upstream's, but not somebody else's either.
        return f"it is {own.size} bytes, upstream's is {upstream.size}", Severity.WARNING
    ours_at = set(islice(pointer_offsets(ours, sizes), _MANY))
    theirs_at = set(islice(pointer_offsets(theirs, sizes), _MANY))
    within = {at for at in theirs_at if at < own.size}
    wrong = sorted(ours_at ^ within)
    if wrong:
        return _pointers(wrong[0], wrong[0] in ours_at, ours, theirs)
    if own.size < upstream.size:
        return f"it is {own.size} bytes of upstream's {upstream.size}", Severity.INFORMATION
    if own.align != upstream.align:
        return f"it is aligned to {own.align} bytes, upstream's to {upstream.align}", Severity.INFORMATION
    return None


def _pointers(at: int, ours: bool, own: m.Type, upstream: m.Type) -> tuple[str, Severity]:
    if not ours and _is_address(own):
        return f"it hides the pointer at offset {at} from the garbage collector", Severity.HINT
    if ours and _is_address(upstream):
        return f"upstream hides the pointer at offset {at} from the garbage collector", Severity.HINT
    side, other = ("the stub", "upstream") if ours else ("upstream", "the stub")
    return f"{side} has a pointer at offset {at}, {other} has none", Severity.ERROR


def _is_address(kind: m.Type) -> bool:
    bare = m.underlying(kind)
    return isinstance(bare, m.Basic) and bare.kind == "uintptr"
