"""Fixes that rewrite a struct which mirrors an upstream struct.

Upstream's struct differs from version to version. One text is offered that has the right layout in the whole window;
where none has, one for each different struct of upstream, and the split of the declaration into a file for each run of
versions.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from golinkname_ls.contract.call_layout import short_text
from golinkname_ls.contract.mirrors.layout_differences import layout_differences
from golinkname_ls.contract.signature_writer import Unwritable
from golinkname_ls.golang.sizes.layout import Sizes, layout_of
from golinkname_ls.golang.targets.version import GoVersion
from golinkname_ls.golang.type_checker.file_scope import Scope
from golinkname_ls.rules.core.deferred_call import DeferredCall
from golinkname_ls.rules.core.finding import Fix
from golinkname_ls.rules.core.item_place import Anchor, at_name
from golinkname_ls.rules.core.mirror_pairs import MirrorPair, mirror_pairs
from golinkname_ls.rules.core.unit import Unit
from golinkname_ls.rules.edits.change import FileChange
from golinkname_ls.rules.edits.directives import comments_above
from golinkname_ls.rules.edits.imports import import_edits, used_imports
from golinkname_ls.rules.edits.lines import line_end, line_start, newline, remove_runs, replace, text_at
from golinkname_ls.rules.edits.new_file import version_file
from golinkname_ls.rules.edits.version_runs import VersionRun, fewest_groups, version_ranges, version_runs
from golinkname_ls.rules.fixes.mirror_struct_text import StructText
from golinkname_ls.rules.fixes.type_writers import imports_of, writer_for, writer_for_new_file
from golinkname_ls.syntax.expressions.parser import parse_type
from golinkname_ls.syntax.items.constraint_lines import REFUSED
from golinkname_ls.syntax.items.declarations import Import
from golinkname_ls.text.span import Span


@dataclass(frozen=True)
class _OnTarget:
    """Declaration on one target of the window, with the pairs in which it stands there."""

    unit: Unit
    pairs: tuple[MirrorPair, ...]

    @property
    def wrong(self) -> MirrorPair | None:
        return next((pair for pair in self.pairs if pair.wrong(self.unit)), None)

    @property
    def version(self) -> GoVersion:
        return self.unit.target.go


@dataclass(frozen=True)
class _Text:
    """Text of the struct, the imports it needs (path to name), and the target on which it is upstream's own.

    `imports` is None for the declaration as it stands.
    """

    text: str
    imports: dict[str, str] | None
    place: _OnTarget
    pair: MirrorPair

    def does(self, place: _OnTarget) -> bool:
        """Whether the text has upstream's layout on a target."""
        if self.imports is None:
            return place.wrong is None
        unit = place.unit
        parsed, package = parse_type(self.text), unit.checker.packages.package(unit.path, unit.path)
        if parsed is None or package is None:
            return False
        # What the fix imports is not there yet, nor has a blank import of unsafe got its name.
        specs = (*writer_for(unit, self.pair.source, self.imports).specs(), Import("unsafe", "unsafe"))
        written = unit.checker.type(parsed, Scope(package, (*self.pair.source.outline.imports, *specs)))
        sizes = Sizes.of(unit.target.platform)
        return layout_of(written, sizes) is not None and not any(
            layout_differences(written, pair.theirs, sizes, pair.terms) for pair in place.pairs
        )


def rewrite_mirror(unit: Unit, pair: MirrorPair) -> tuple[Fix, ...]:
    """Fixes of a pair, one for the whole window or that of the unit first; () when no struct has the layout."""
    declaration = pair.declaration
    if declaration.is_alias or declaration.type_parameters or not declaration.type.startswith("struct"):
        return ()
    places = list(_places(unit, pair))
    texts = [text for text in _texts(pair, places) if text.does(text.place)]
    whole = [text for text in texts if all(map(text.does, places))][:1]
    fixes = [_fix(text, places) for text in (*whole, *(t for t in texts if t not in whole))]
    return (*fixes, *(_split(pair, places, texts) if not whole else ()))


def _places(unit: Unit, pair: MirrorPair) -> Iterator[_OnTarget]:
    """The declaration on the unit's target, then on the others of the window, newest version first."""
    for other in (unit, *(u for u in reversed(unit.window) if u is not unit)):
        same = [p for p in mirror_pairs(other) if p.source is pair.source and p.declaration == pair.declaration]
        if same:
            yield _OnTarget(other, tuple(same))


def _texts(pair: MirrorPair, places: list[_OnTarget]) -> Iterator[_Text]:
    """Every different struct that upstream has at a place where ours is wrong."""
    told = set[str]()
    for place in places:
        wrong = place.wrong
        if wrong is None:
            continue
        writer = writer_for(place.unit, pair.source)
        try:
            text = StructText(place.unit, writer, wrong.ours, wrong.terms).text(wrong.theirs)
        except Unwritable:
            continue
        if text not in told:
            told.add(text)
            yield _Text(text, dict(writer.imports), place, wrong)


def _fix(text: _Text, places: list[_OnTarget]) -> Fix:
    pair, target = text.pair, text.place.unit.target
    missed = {place.version for place in places if not text.does(place)}
    versions = version_ranges({place.version for place in places} - missed)
    upstream = f"{short_text(pair.theirs)} of Go {target.go}"
    if versions:
        title = f"Rewrite {pair.ours.name} for Go {versions}: {upstream}"
    else:
        title = f"Rewrite {pair.ours.name} for Go {target.go} on {target.platform}: {upstream}"
    # Code that uses fields which are gone will not compile: nobody should have it unseen.
    return Fix(title, False, DeferredCall(_edits, text))


def _edits(text: _Text) -> tuple[FileChange, ...]:
    source = text.pair.source
    old = _struct_span(text.pair)
    before = source.data[line_start(source.data, old.start) : old.start]
    tabs = len(before) - len(before.lstrip(b"\t"))
    new = text.text.replace("\n", newline(source) + "\t" * tabs)
    return (*import_edits(source, [old], new, text.imports or {}), replace(source, old, f" {new}"))


def _struct_span(pair: MirrorPair) -> Span:
    """The bytes behind the type's name, to the end of its spec."""
    return Span(at_name(pair.source, pair.declaration).span.end, Anchor(pair.source, pair.declaration).span.end)


def _split(pair: MirrorPair, places: list[_OnTarget], texts: list[_Text]) -> tuple[Fix, ...]:
    """Fix that makes a file for each run of versions; () where versions do not tell the structs apart."""
    if _declaration(pair) is None or pair.source.outline.constraint == REFUSED or pair.source.outline.has_error:
        return ()
    own = text_at(pair.source, _struct_span(pair)).strip()
    known = [_Text(own, None, places[0], pair), *texts]
    groups = fewest_groups(
        {place.version for place in places},
        len(known),
        lambda n, version: all(known[n].does(place) for place in places if place.version == version),
    )
    runs = version_runs(groups or []) or []
    if len(runs) < 2:
        return ()
    title = f"Split {pair.ours.name} into {len(runs)} files, by Go version"
    return (Fix(title, False, DeferredCall(_files, pair, known, runs), makes_files=True),)


def _declaration(pair: MirrorPair) -> Span | None:
    """The bytes from `type` on, None for a spec in a group."""
    source, name = pair.source, at_name(pair.source, pair.declaration).span
    node = source.tree.root_node.descendant_for_byte_range(*name)
    while node is not None and node.type != "type_declaration":
        node = node.parent
    if node is None or any(child.type == "(" for child in node.children):
        return None
    return Span(node.start_byte, node.end_byte)


def _files(pair: MirrorPair, known: list[_Text], runs: list[VersionRun]) -> tuple[FileChange, ...]:
    source, whole = pair.source, _declaration(pair)
    if whole is None:
        return ()
    line = Span(whole.start, line_end(source.data, whole.end))
    above = list(comments_above(source, whole.start))
    head = [*(text_at(source, c) for c in above), text_at(source, Span(whole.start, _struct_span(pair).start))]
    tail = text_at(source, Span(whole.end, line.end)).rstrip()
    gone = [*above, line]
    created = []
    for run in runs:
        struct, imports = _struct(pair, whole, known[run.group])
        created.append(version_file(source, run, imports, "\n".join(head) + f" {struct}{tail}"))
    return (*created, *import_edits(source, gone, "", {}), *remove_runs(source, gone))


def _struct(pair: MirrorPair, whole: Span, text: _Text) -> tuple[str, dict[str, str]]:
    """The struct's text in a file of its own, and the imports (path to name) that it needs there."""
    if text.imports is None:
        return text.text, used_imports(pair.source, whole)
    writer = writer_for_new_file(text.place.unit, pair.source)
    struct = StructText(text.place.unit, writer, text.pair.ours, text.pair.terms).text(text.pair.theirs)
    return struct, imports_of(writer, struct)
