"""Upstream's signatures of a stub over the versions of the window."""

from __future__ import annotations

from dataclasses import dataclass

from golinkname_ls.contract.call_layout import CallLayout
from golinkname_ls.contract.signature_writer import Unwritable
from golinkname_ls.contract.stub_comparison import StubComparison
from golinkname_ls.golang.targets.version import GoVersion
from golinkname_ls.program.directive_with_stub import Link
from golinkname_ls.rules.core.unit import Unit
from golinkname_ls.rules.edits.version_runs import version_ranges
from golinkname_ls.rules.fixes.type_writers import with_names, writer_for
from golinkname_ls.syntax.items.declarations import FuncDeclaration


@dataclass(frozen=True)
class Variant:
    """One upstream signature of a stub, with the versions that have it.

    `text` is `func name(…) …` as the stub's file can say it and `imports` what that needs there (path to name). `fits`
    says that it is what the stub says already; the text is then the stub's own, and `call` may be None. `remote` is
    what upstream is called in these versions, "" for the name that the directive has.
    """

    versions: tuple[GoVersion, ...]
    text: str
    imports: dict[str, str]
    call: CallLayout | None
    fits: bool
    remote: str = ""

    @property
    def title(self) -> str:
        """Versions of the variant as text: `1.21-1.23, 1.25`."""
        return version_ranges(self.versions)


def variants(unit: Unit, link: Link) -> list[Variant]:
    """The distinct signatures in the window, oldest first; versions where it cannot be written have none."""
    key = (variants, link.directive, link.stub, link.stub_source)
    return unit.window[0].answers.ask(key, lambda: _variants(unit, link))


def _variants(unit: Unit, link: Link) -> list[Variant]:
    found: dict[str, Variant] = {}
    for other in unit.window:
        comparison = _comparison(other, link)
        if comparison is None:
            continue
        # One that fits is kept as it stands: it may have names and types of its own.
        fits = not comparison.breaches
        assert link.stub_source is not None
        writer = writer_for(other, link.stub_source)
        try:
            text = f"func {link.local}{writer.signature(comparison.upstream)}"
            key = "" if fits else writer.signature(with_names(comparison.upstream))
        except Unwritable:
            if not fits:
                continue
            text, key = "", ""
        if fits:
            text = stub_text(link)
        before = found[key].versions if key in found else ()
        versions = tuple(sorted({*before, other.target.go}))
        found[key] = Variant(versions, text, dict(writer.imports), comparison.upstream, fits)
    return sorted(found.values(), key=lambda v: v.versions)


def stub_text(link: Link) -> str:
    """The stub as it stands, "" without one."""
    if link.stub is None or link.stub_source is None:
        return ""
    return link.stub_source.written(link.stub).decode("utf-8", "surrogateescape")


def same_link(unit: Unit, link: Link) -> Link | None:
    """Link of the same directive and stub on the unit's target, where another file may declare the stub."""
    same = next(iter(unit.links_of(link.directive)), None)
    if same is None or same.stub is None or same.stub_source is not link.stub_source:
        return None
    return same if same.stub == link.stub else None


def _comparison(unit: Unit, link: Link) -> StubComparison | None:
    same = same_link(unit, link)
    return unit.comparison(same) if same is not None and isinstance(same.stub, FuncDeclaration) else None
