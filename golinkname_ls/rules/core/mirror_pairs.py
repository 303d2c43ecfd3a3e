"""Structs of a file that mirror upstream structs on one target.

    //go:linkname memProfile runtime.pprof_memProfileInternal
    func memProfile(p []MemProfileRecord, inuseZero bool) (n int, ok bool)

pairs the file's `MemProfileRecord` with `runtime/internal`'s type of that name, since both sides see one slice. Others
are paired by the user: with a comment `//golinkname:mirror runtime.hmap`, or in golinkname.toml.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from golinkname_ls.catalog.std.symbols import split_symbol
from golinkname_ls.contract.call_differences import BreachKind
from golinkname_ls.contract.mirrors.layout_differences import MirrorTerms, layout_differences
from golinkname_ls.contract.mirrors.mirror_allocations import allocates
from golinkname_ls.contract.mirrors.shared_structs import Mirror, MirrorRole, mirrors
from golinkname_ls.golang.sizes.layout import Sizes, layout_of
from golinkname_ls.golang.types import model as m
from golinkname_ls.program.directive_with_stub import Link, LinkForm
from golinkname_ls.rules.core.item_place import Anchor, at_name
from golinkname_ls.rules.core.unit import Unit
from golinkname_ls.syntax.comments.mirror_comment import mirror_comments
from golinkname_ls.syntax.files.source_file import SourceFile
from golinkname_ls.syntax.items.declarations import FuncDeclaration, TypeDeclaration, VarDeclaration


@dataclass(frozen=True, slots=True)
class MirrorPair:
    """Struct of the package and the upstream struct that it mirrors, on one target.

    `declaration`, in `source`, declares `ours`; `link` lets it meet `theirs`, None where the user says that it does.
    """

    ours: m.Named
    theirs: m.Named
    terms: MirrorTerms
    source: SourceFile
    declaration: TypeDeclaration
    link: Link | None = None

    def wrong(self, unit: Unit) -> list[str]:
        """Differences between the layouts on the unit's platform, as sentences."""
        return layout_differences(self.ours, self.theirs, Sizes.of(unit.target.platform), self.terms)


def mirror_pairs(unit: Unit) -> list[MirrorPair]:
    """Mirrors of the unit's file; two structs that meet in several ways are several pairs."""
    return unit.answers.ask(mirror_pairs, lambda: [*_met(unit), *_mapped(unit)])


def mapped_types(unit: Unit) -> Iterator[tuple[TypeDeclaration, tuple[str, ...], Anchor]]:
    """Types of the file that the user maps to upstream types, and where that is said."""
    for comment in mirror_comments(unit.source):
        if comment.upstream and comment.type is not None:
            yield comment.type, comment.upstream, Anchor(unit.source, comment)
    for name, upstream in unit.mirrors:
        path, dot, local = name.rpartition(".")
        if dot and path != unit.path:
            continue
        for declaration in unit.source.outline.declared(local):
            if isinstance(declaration, TypeDeclaration):
                yield declaration, upstream, at_name(unit.source, declaration)


def upstream_type(unit: Unit, symbols: tuple[str, ...]) -> m.Type | None:
    """Type that the first declared one of these upstream symbols names; None when the target declares none."""
    for symbol in symbols:
        path, name = split_symbol(symbol)
        found = unit.checker.find(path, name, unit.path) if path else None
        if found is not None and found.is_type:
            return found.type
    return None


def _mapped(unit: Unit) -> Iterator[MirrorPair]:
    for declaration, symbols, _ in mapped_types(unit):
        ours, theirs = unit.variable(declaration.name), upstream_type(unit, symbols)
        if isinstance(ours, m.Named) and isinstance(m.underlying(ours), m.Struct) and isinstance(theirs, m.Named):
            yield MirrorPair(ours, theirs, MirrorTerms(), unit.source, declaration)


def _met(unit: Unit) -> Iterator[MirrorPair]:
    """Pairs that meet in the file's stubs."""
    sizes = Sizes.of(unit.target.platform)
    for link in unit.links:
        if link.form is not LinkForm.PULL:
            continue
        for ours, theirs, given in _sides(unit, link):
            for mirror in mirrors(ours, theirs, sizes):
                found = _declared(unit, mirror.ours)
                if found is None:
                    continue
                terms = _terms(unit, mirror, found[0], given, sizes)
                if mirror.same_name or terms.allocated or terms.stride:
                    yield MirrorPair(mirror.ours, mirror.theirs, terms, *found, link)


def _sides(unit: Unit, link: Link) -> Iterator[tuple[m.Type, m.Type, bool]]:
    """(ours, upstream's, whether our code hands it over) of each argument and result, or of a var."""
    if isinstance(link.stub, VarDeclaration):
        upstream = unit.upstream_variable(link)
        if upstream is not m.INVALID:
            yield unit.variable(link.stub.name), upstream, False
    elif isinstance(link.stub, FuncDeclaration):
        comparison = unit.comparison(link)
        # Where the arguments do not even fit, which of them meet is not known.
        if comparison is not None and comparison.worst(BreachKind.BROKEN) is None:
            for ours, theirs in zip(comparison.stub.parameters, comparison.upstream.parameters, strict=False):
                yield ours.type, theirs.type, True
            for ours, theirs in zip(comparison.stub.results, comparison.upstream.results, strict=False):
                yield ours.type, theirs.type, False


def _terms(unit: Unit, mirror: Mirror, source: SourceFile, given: bool, sizes: Sizes) -> MirrorTerms:
    if mirror.role is MirrorRole.ELEMENT:
        return MirrorTerms(stride=True)
    own = layout_of(mirror.ours, sizes)
    # One without bytes is only a name for a pointer's target.
    if mirror.role is not MirrorRole.BEHIND or not given or own is None or not own.size:
        return MirrorTerms()
    home = unit.program.closure.packages.get(mirror.ours.path)
    made = [(unit.package, unit.source)]
    if home is not None and home is not unit.package:
        made.append((home, source))
    name = mirror.ours.name
    return MirrorTerms(allocated=any(allocates(p, unit.target, like, name) for p, like in made))


def _declared(unit: Unit, kind: m.Named) -> tuple[SourceFile, TypeDeclaration] | None:
    """Declaration of a type in a package outside std; None for std's own, and for instances of generics."""
    folder = unit.package if kind.path == unit.path else unit.program.closure.packages.get(kind.path)
    if folder is None or kind.arguments:
        return None
    like = unit.source if folder is unit.package else folder.any_member(unit.target)
    for source, declaration in folder.declared(kind.name, unit.target, like) if like is not None else ():
        if isinstance(declaration, TypeDeclaration):
            return source, declaration
    return None
