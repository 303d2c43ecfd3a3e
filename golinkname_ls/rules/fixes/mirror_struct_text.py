"""Source text of an upstream struct for a file outside its package."""

from __future__ import annotations

from dataclasses import dataclass

from golinkname_ls.contract.mirrors.layout_differences import MirrorTerms, layout_differences
from golinkname_ls.contract.signature_writer import Unwritable, Writer
from golinkname_ls.golang.sizes.layout import Sizes, field_offsets, layout_of
from golinkname_ls.golang.types import model as m
from golinkname_ls.rules.core.unit import Unit

_DEPTH = 6


@dataclass
class StructText:
    """Writer of upstream's struct as gofmt formats it; a field that ours has already, and rightly, keeps its type.

    A mirror that may end earlier than upstream's struct, and does, ends with the same field as before.
    """

    unit: Unit
    writer: Writer
    ours: m.Named
    terms: MirrorTerms

    def text(self, theirs: m.Type, depth: int = 0) -> str:
        """Struct type as Go text, `struct { … }`, indented by `depth` tabs; raises Unwritable."""
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
        if depth == 0 and self.terms == MirrorTerms() and isinstance(mine, m.Struct):
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


def _serves(ours: m.Type, theirs: m.Type, sizes: Sizes, terms: MirrorTerms) -> bool:
    one = m.Struct((m.Field("f", ours),))
    other = m.Struct((m.Field("f", theirs),))
    same = layout_of(one, sizes) == layout_of(other, sizes)
    return same and not layout_differences(one, other, sizes, terms)
