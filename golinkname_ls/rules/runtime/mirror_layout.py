"""A struct of the package stands for an upstream struct and does not have its layout.

## What it does
Finds the structs that mirror an upstream struct: of the same name where a pulled func or var has upstream's (behind a pointer, in a slice, by value, and from there on field by field); of any name where upstream walks over a slice of them, or fills one that the package's code makes (`var it hiter`, `new(hiter)`, `hiter{}`); and those that a comment `//golinkname:mirror runtime.hmap` above the type, or `[mirrors]` in golinkname.toml, says are one. It compares offsets, sizes and pointers in each version and on each platform. A mirror may end before upstream's struct does, name fields otherwise, and pad with blank fields or arrays of integers. One that upstream fills must not be smaller, and must have its pointers where upstream has them.

## Why it is bad
Fields are read and written where upstream has others. Where upstream fills the struct it writes behind its end, into a neighbour; pointers that the garbage collector does not see are freed while they are used.

## Example
    // runtime_pprof.MemProfileRecord until Go 1.26
    type MemProfileRecord struct {
        AllocBytes, FreeBytes     int64
        AllocObjects, FreeObjects int64
        Stack                     []uintptr
    }

    //go:linkname pprof_memProfileInternal runtime.pprof_memProfileInternal
    func pprof_memProfileInternal(p []MemProfileRecord, inuseZero bool) (n int, ok bool)

## Use instead
    //go:build go1.27

    type MemProfileRecord struct {
        ObjectSize   int64
        AllocObjects int64
        FreeObjects  int64
        Stack        []uintptr
    }

## Go versions
All versions; layouts differ between them.
"""

from __future__ import annotations

from collections.abc import Iterator

from golinkname_ls.contract.call_layout import short_text
from golinkname_ls.golang.types import model as m
from golinkname_ls.rules.core.deferred_call import DeferredCall
from golinkname_ls.rules.core.finding import Related, Severity, Stage, UpstreamSummary
from golinkname_ls.rules.core.item_place import Anchor, at_name, at_stub
from golinkname_ls.rules.core.mirror_pairs import MirrorPair, mapped_types, mirror_pairs, upstream_type
from golinkname_ls.rules.core.rule import Rule, Violation
from golinkname_ls.rules.core.unit import Unit
from golinkname_ls.rules.fixes.mirror_struct import rewrite_mirror
from golinkname_ls.syntax.comments.mirror_comment import mirror_comments
from golinkname_ls.syntax.items.declarations import TypeDeclaration

RULE = Rule("LN305", "mirror-layout", Stage.RUNTIME, "A struct that stands for an upstream struct has another layout")


def check_file(unit: Unit) -> Iterator[Violation]:
    """Report every mirror that is wrong, once for two types, and what the user says in vain."""
    told = set[tuple[m.Named, m.Named]]()
    for pair in mirror_pairs(unit):
        wrong = pair.wrong(unit) if (pair.ours, pair.theirs) not in told else []
        if wrong:
            told.add((pair.ours, pair.theirs))
            yield _report(unit, pair, wrong)
    yield from _in_vain(unit)


def _in_vain(unit: Unit) -> Iterator[Violation]:
    for comment in mirror_comments(unit.source):
        if not comment.upstream:
            message = "name the upstream type: //golinkname:mirror runtime.hmap"
            yield Violation(RULE, Anchor(unit.source, comment), message, Severity.WARNING)
        elif comment.type is None:
            yield Violation(RULE, Anchor(unit.source, comment), "this comment stands above no type", Severity.WARNING)
    for declaration, symbols, at in mapped_types(unit):
        bare = m.underlying(unit.variable(declaration.name))
        if bare is not m.INVALID and not isinstance(bare, m.Struct):
            yield Violation(RULE, at, f"{declaration.name} is no struct, so it mirrors none", Severity.WARNING)
        elif upstream_type(unit, symbols) is None:
            message = f"Go {unit.target.go} has no type {' or '.join(symbols)} for {declaration.name} to mirror"
            yield Violation(RULE, at, message, Severity.WARNING)


def _report(unit: Unit, pair: MirrorPair, wrong: list[str]) -> Violation:
    ours, theirs, link, declaration = pair.ours, pair.theirs, pair.link, pair.declaration
    upstream = f"{short_text(theirs)} has in Go {unit.target.go} on {unit.target.platform}"
    message = f"{ours.name} has not the layout that {upstream}: {'; '.join(wrong)}"
    here = pair.source is unit.source
    related = () if here else (Related(at_name(pair.source, declaration), f"{ours.name} is declared here"),)
    at = at_name(pair.source, declaration) if here or link is None else at_stub(link)
    fixes = DeferredCall(rewrite_mirror, unit, pair) if here else ()
    return Violation(RULE, at, message, Severity.ERROR, link, _upstream(unit, theirs), fixes, related)


def _upstream(unit: Unit, theirs: m.Named) -> UpstreamSummary | None:
    entry = next(unit.symbols.entries(theirs.path, theirs.name), None)
    if entry is None or not isinstance(entry.declaration, TypeDeclaration):
        return None
    declaration = entry.declaration
    return UpstreamSummary(declaration.type, f"{theirs.path}/{entry.section.name}", entry.line)
