"""Write a mirrored struct anew, as upstream has it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from golinkname_ls.golang.layout import Sizes, field_offsets, layout_of
from golinkname_ls.golang.types import model as m
from golinkname_ls.golang.types.scope import Scope
from golinkname_ls.linking.call import short_text
from golinkname_ls.linking.mirror_layout import Terms, differences
from golinkname_ls.linking.rewrite import Unwritable, Writer
from golinkname_ls.rules.edits import newline, replace
from golinkname_ls.rules.finding import Change, Fix
from golinkname_ls.rules.fixes.imports import adjusted
from golinkname_ls.rules.rule import Unit
from golinkname_ls.syntax.declaration import TypeDeclaration
from golinkname_ls.syntax.expression_parser import parse_type
from golinkname_ls.syntax.source_file import SourceFile
from golinkname_ls.text.span import Span

_DEPTH = 6


def regenerates(
    unit: Unit, ours: m.Named, theirs: m.Named, source: SourceFile, declaration: TypeDeclaration, terms: Terms
) -> tuple[Fix, ...]:
    """The fix; () when upstream's struct cannot be written here with the same layout.

    A mirror that may end earlier than upstream's struct, and does, ends with the same field as before.
    """
    old = Span(declaration.name_span.end, declaration.span.end)
    if declaration.is_alias or declaration.type_parameters or not declaration.type.startswith("struct"):
        return ()
    writer = Writer(source.outline.imports, unit.path, partial(unit.declares, source))
    try:
        text = _Struct(unit, writer, ours, terms).text(theirs, 0)
    except Unwritable:
        return ()
    parsed, package = parse_type(text), unit.checker.packages.package(unit.path, unit.path)
    if parsed is None or package is None:
        return ()
    # Imports that the fix adds are not there yet; the file's own are.
    imports = (*source.outline.imports, *writer.specs())
    written, sizes = unit.checker.type(parsed, Scope(package, imports)), Sizes.of(unit.target.platform)
    if layout_of(written, sizes) is None or differences(written, theirs, sizes, terms):
        return ()
    title = f"Write {ours.name} as Go {unit.target.go} has {short_text(theirs)}"
    text = _indented(source, declaration, text)
    # Code that uses fields which are gone will not compile: nobody should have it unseen.
    return (Fix(title, False, partial(_edits, source, old, text, writer.imports)),)


def _indented(source: SourceFile, declaration: TypeDeclaration, text: str) -> str:
    start = source.data.rfind(b"\n", 0, declaration.name_span.start) + 1
    line = source.data[start : declaration.name_span.start]
    indent = line[: len(line) - len(line.lstrip(b"\t"))].decode()
    return text.replace("\n", newline(source) + indent)


def _edits(source: SourceFile, old: Span, text: str, imports: dict[str, str]) -> tuple[Change, ...]:
    return (*adjusted(source, [old], text, imports), replace(source, old, f" {text}"))


@dataclass
class _Struct:
    """Writes upstream's struct as gofmt would; a field that ours has already, and rightly, keeps its type."""

    unit: Unit
    writer: Writer
    ours: m.Named
    terms: Terms

    def text(self, theirs: m.Type, depth: int) -> str:
        bare = m.underlying(theirs)
        if not isinstance(bare, m.Struct) or depth > _DEPTH:
            raise Unwritable(repr(theirs))
        if not bare.fields:
            return "struct{}"
        known = self._known(bare) if depth == 0 else {}
        kept = self._kept(bare, depth)
        rows = [(f.name, known.get(f.name) or self._type(f.type, depth + 1)) for f in kept]
        tabs, lines, section = "\t" * (depth + 1), list[str](), list[tuple[str, str]]()
        for row in rows:
            section.append(row)
            if "\n" in row[1] or row is rows[-1]:
                # gofmt aligns what stands on neighbouring lines; a type of several lines ends that.
                width = max(len(name) for name, _ in section)
                lines += [f"{tabs}{name:{width}} {kind}" for name, kind in section]
                section = []
        return "struct {\n" + "\n".join(lines) + "\n" + "\t" * depth + "}"

    def _kept(self, theirs: m.Struct, depth: int) -> list[m.Field]:
        """The fields that have to be there: none of those in the middle that take no room."""
        sizes = Sizes.of(self.unit.target.platform)
        placed = field_offsets(theirs, sizes) or []
        last = len(placed) - 1
        mine = m.underlying(self.ours)
        if depth == 0 and self.terms == Terms() and isinstance(mine, m.Struct):
            here = {f.name.casefold() for f in mine.fields}
            last = max((n for n, (f, *_) in enumerate(placed) if f.name.casefold() in here), default=last)
        return [f for n, (f, _, at) in enumerate(placed[: last + 1]) if at.size or at.align > 1 or n == last]

    def _known(self, theirs: m.Struct) -> dict[str, str]:
        """Types of our own fields that serve for upstream's of the same name."""
        sizes, found = Sizes.of(self.unit.target.platform), dict[str, str]()
        mine = m.underlying(self.ours)
        here = {f.name: f.type for f, _, _ in field_offsets(mine, sizes) or ()} if isinstance(mine, m.Struct) else {}
        for field in theirs.fields:
            own = here.get(field.name)
            if own is None or not _serves(own, field.type, sizes, self.terms):
                continue
            try:
                found[field.name] = self.writer.name(own)
            except Unwritable:
                continue
        return found

    def _type(self, kind: m.Type, depth: int) -> str:
        try:
            return self.writer.name(kind)
        except Unwritable:
            pass
        match m.underlying(kind):
            case m.Struct():
                return self.text(kind, depth)
            case m.Slice(element):
                return "[]" + self._type(element, depth)
            case m.Array(length, element) if length is not None:
                return f"[{length}]" + self._type(element, depth)
            case m.Interface() as interface if interface.methods or interface.embedded:
                tabs = "\t" * depth
                rows = "".join(f"{tabs}\t{name:4} {self.writer.pointer}\n" for name in ("tab", "data"))
                return "struct {\n" + rows + tabs + "}"
            case _:
                return self.writer.type(kind)


def _serves(ours: m.Type, theirs: m.Type, sizes: Sizes, terms: Terms) -> bool:
    one = m.Struct((m.Field("f", ours),))
    other = m.Struct((m.Field("f", theirs),))
    same = layout_of(one, sizes) == layout_of(other, sizes)
    return same and not differences(one, other, sizes, terms)
