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
from functools import partial

from golinkname_ls.catalog.symbols import split_symbol
from golinkname_ls.golang.layout import Sizes, layout_of
from golinkname_ls.golang.types import model as m
from golinkname_ls.linking.allocated import allocated
from golinkname_ls.linking.call import short_text
from golinkname_ls.linking.contract import Gap
from golinkname_ls.linking.link import Form, Link
from golinkname_ls.linking.mirror import Mirror, Role, mirrors
from golinkname_ls.linking.mirror_layout import Terms, differences
from golinkname_ls.rules.contract_reports import where
from golinkname_ls.rules.finding import Related, Severity, Stage, UpstreamSummary
from golinkname_ls.rules.fixes.mirror import regenerates
from golinkname_ls.rules.rule import Report, Rule, Unit
from golinkname_ls.syntax.declaration import FuncDeclaration, TypeDeclaration, VarDeclaration
from golinkname_ls.syntax.mirror_comment import mirror_comments
from golinkname_ls.syntax.source_file import SourceFile
from golinkname_ls.text.span import Span

RULE = Rule("LN305", "mirror-layout", Stage.RUNTIME, "A struct that stands for an upstream struct has another layout")


def check(unit: Unit) -> Iterator[Report]:
    """Report every mirror that is wrong, once for a type."""
    yield from _met(unit)
    yield from _mapped(unit)


def _met(unit: Unit) -> Iterator[Report]:
    """The mirrors that meet upstream's structs in the file's stubs."""
    sizes, told = Sizes.of(unit.target.platform), set[tuple[m.Named, m.Named]]()
    for link in unit.seen_links:
        if link.form is not Form.PULL:
            continue
        for ours, theirs, given in _sides(unit, link):
            for mirror in mirrors(ours, theirs, sizes):
                found = _declared(unit, mirror.ours)
                if found is None or (mirror.ours, mirror.theirs) in told:
                    continue
                terms = _terms(unit, mirror, found[0], given, sizes)
                if not (mirror.same_name or terms.allocated or terms.stride):
                    continue
                wrong = differences(mirror.ours, mirror.theirs, sizes, terms)
                if wrong:
                    told.add((mirror.ours, mirror.theirs))
                    yield _report(unit, mirror, terms, wrong, found, link)


def _sides(unit: Unit, link: Link) -> Iterator[tuple[m.Type, m.Type, bool]]:
    """(ours, upstream's, whether our code hands it over) of each argument and result, or of a var."""
    if isinstance(link.stub, VarDeclaration):
        yield unit.variable(link.stub.name), unit.upstream_variable(link), False
    elif isinstance(link.stub, FuncDeclaration):
        comparison = unit.comparison(link)
        # Where the arguments do not even fit, which of them meet is not known.
        if comparison is not None and comparison.worst(Gap.BROKEN) is None:
            for ours, theirs in zip(comparison.stub.parameters, comparison.upstream.parameters, strict=False):
                yield ours.type, theirs.type, True
            for ours, theirs in zip(comparison.stub.results, comparison.upstream.results, strict=False):
                yield ours.type, theirs.type, False


def _terms(unit: Unit, mirror: Mirror, source: SourceFile, given: bool, sizes: Sizes) -> Terms:
    if mirror.role is Role.ELEMENT:
        return Terms(stride=True)
    own = layout_of(mirror.ours, sizes)
    # One without bytes is only a name for a pointer's target.
    if mirror.role is not Role.BEHIND or not given or own is None or not own.size:
        return Terms()
    name = mirror.ours.name
    if allocated(unit.package, unit.target, unit.source, name):
        return Terms(allocated=True)
    home = unit.program.closure.packages.get(mirror.ours.path)
    elsewhere = home is not None and home is not unit.package
    return Terms(allocated=elsewhere and home is not None and allocated(home, unit.target, source, name))


def _mapped(unit: Unit) -> Iterator[Report]:
    """The mirrors that the user names, in the file that declares them."""
    for comment in mirror_comments(unit.source):
        if not comment.upstream:
            message = "name the upstream type: //golinkname:mirror runtime.hmap"
            yield Report(RULE, comment.span, message, Severity.WARNING)
        elif comment.type is None:
            yield Report(RULE, comment.span, "this comment stands above no type", Severity.WARNING)
        else:
            yield from _against(unit, comment.type, comment.upstream, comment.span)
    for name, upstream in unit.mirrors:
        path, dot, local = name.rpartition(".")
        if dot and path != unit.path:
            continue
        for declaration in unit.source.outline.declared(local):
            if isinstance(declaration, TypeDeclaration):
                yield from _against(unit, declaration, upstream, declaration.name_span)


def _against(unit: Unit, declaration: TypeDeclaration, upstream: tuple[str, ...], span: Span) -> Iterator[Report]:
    package = unit.checker.packages.package(unit.path, unit.path)
    own = unit.checker.object(package, declaration.name) if package is not None else None
    ours = own.type if own is not None else m.INVALID
    if not isinstance(ours, m.Named) or not isinstance(m.underlying(ours), m.Struct):
        if ours is not m.INVALID and m.underlying(ours) is not m.INVALID:
            yield Report(RULE, span, f"{declaration.name} is no struct, so it mirrors none", Severity.WARNING)
        return
    for symbol in upstream:
        path, name = split_symbol(symbol)
        found = unit.checker.find(path, name, unit.path) if path else None
        if found is not None and found.is_type:
            theirs = found.type
            break
    else:
        message = f"Go {unit.target.go} has no type {' or '.join(upstream)} for {declaration.name} to mirror"
        yield Report(RULE, span, message, Severity.WARNING)
        return
    wrong = differences(ours, theirs, Sizes.of(unit.target.platform), Terms())
    if wrong and isinstance(theirs, m.Named):
        mirror = Mirror(ours, theirs, Role.BEHIND)
        yield _report(unit, mirror, Terms(), wrong, (unit.source, declaration), None)


def _report(
    unit: Unit,
    mirror: Mirror,
    terms: Terms,
    wrong: list[str],
    found: tuple[SourceFile, TypeDeclaration],
    link: Link | None,
) -> Report:
    (source, declaration), ours, theirs = found, mirror.ours, mirror.theirs
    upstream = f"{short_text(theirs)} has in Go {unit.target.go} on {unit.target.platform}"
    message = f"{ours.name} has not the layout that {upstream}: {'; '.join(wrong)}"
    here = source is unit.source
    related = () if here else (Related(source.path, declaration.name_span, f"{ours.name} is declared here"),)
    span = declaration.name_span if here or link is None else where(unit, link)
    fixes = partial(regenerates, unit, ours, theirs, source, declaration, terms) if here else ()
    return Report(
        RULE, span, message, Severity.ERROR, link=link, upstream=_upstream(unit, theirs), fixes=fixes, related=related
    )


def _declared(unit: Unit, kind: m.Named) -> tuple[SourceFile, TypeDeclaration] | None:
    """Where a package outside std declares a type; None for std's own, and for instances of generics."""
    folder = unit.package if kind.path == unit.path else unit.program.closure.packages.get(kind.path)
    if folder is None or kind.arguments:
        return None
    like = unit.source if folder is unit.package else folder.any_source(unit.target)
    for source, declaration in folder.declared(kind.name, unit.target, like) if like is not None else ():
        if isinstance(declaration, TypeDeclaration):
            return source, declaration
    return None


def _upstream(unit: Unit, theirs: m.Named) -> UpstreamSummary | None:
    entry = next(unit.symbols.entries(theirs.path, theirs.name), None)
    if entry is None or not isinstance(entry.declaration, TypeDeclaration):
        return None
    declaration = entry.declaration
    return UpstreamSummary(declaration.type, f"{theirs.path}/{entry.section.name}", declaration.line)
