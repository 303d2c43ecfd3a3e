"""Hover on a directive's argument or a stub's name: upstream declaration, and the linker's verdict by Go version."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from golinkname_ls.analysis.session import Session
from golinkname_ls.catalog.std.printed_declarations import declaration_line
from golinkname_ls.catalog.std.symbols import Definition
from golinkname_ls.ide.goroot_doc_comment import doc_comment
from golinkname_ls.linking.resolving.outcomes import Outcome, Problem
from golinkname_ls.program.directive_with_stub import Link
from golinkname_ls.rules.core.unit import Unit
from golinkname_ls.syntax.files.source_file import SourceFile
from golinkname_ls.text.span import Span


@dataclass(frozen=True, slots=True)
class Hover:
    """Markdown about the bytes of `span`."""

    markdown: str
    span: Span


def hover(session: Session, path: Path, offset: int) -> Hover | None:
    """Hover at a byte offset of a file; None where no link's argument or stub stands."""
    source = session.source(path)
    if not isinstance(source, SourceFile):
        return None
    try:
        return _hover(session, source, offset)
    except RecursionError:
        return None  # Types are nested too deep to be followed.


def _hover(session: Session, source: SourceFile, offset: int) -> Hover | None:
    engine, context = session.engine, session.context(source.path.parent)
    targets = engine.windows.of(source.path.name, source.outline.header, context).targets
    if not targets:
        return None
    newest = max(targets, key=lambda t: t.go)
    unit = engine.units(source, context, (newest,))[0]
    for link, span in _placed(unit):
        if span.contains(offset) and link.remote:
            return Hover(_markdown(engine.in_every_version(source, context, newest), link), span)
    return None


def _placed(unit: Unit) -> Iterator[tuple[Link, Span]]:
    """The links of a file, each with the bytes of its directive's arguments and of its stub's name."""
    outline = unit.source.outline
    for directive, place in outline.placed_directives:
        for link in unit.links_of(directive):
            yield from ((link, span) for span in place.words)
            declared = outline.place(link.stub) if link.stub is not None and link.stub_source is unit.source else None
            if declared is not None:
                yield link, declared.name


def _markdown(units: tuple[Unit, ...], link: Link) -> str:
    """Markdown of a link: upstream declaration, the linker's verdict in each version, doc comment."""
    same = [(unit, k) for unit in units for k in unit.links_of(link.directive)]
    outcomes = [(unit, unit.outcome(k)) for unit, k in same]
    shown = next(((unit, d) for unit, outcome in reversed(outcomes) if (d := _definition(unit, link, outcome))), None)
    lines = [shown[1] if shown is not None else f"`{link.remote}`: nothing defines it"]
    versions: dict[str, list[str]] = {}
    for unit, outcome in outcomes:
        versions.setdefault(_words(outcome), []).append(str(unit.target.go))
    lines.append("\n".join(f"- {words} {', '.join(listed)}" for words, listed in versions.items()))
    std = shown[0].symbols.find(link.remote) if shown is not None else None
    comment = doc_comment(std.file, std.line, shown[0].target.go) if shown is not None and std is not None else ""
    return "\n\n".join([*lines, *([comment] if comment else [])])


def _definition(unit: Unit, link: Link, outcome: Outcome) -> str:
    """The remote's declaration, and where it stands; "" where nothing of Go declares it."""
    found = outcome.found or unit.symbols.find(link.remote)
    if isinstance(found, Definition):
        declaration, place = found.entry.declaration if found.entry else None, f"{found.file}:{found.line}"
    elif found is not None and found.source is not None and found.declaration is not None:
        declaration, at = found.declaration, found.source.outline.place(found.declaration)
        place = f"{found.package}/{found.source.path.name}:{at.line if at is not None else 0}"
    else:
        return ""
    if declaration is None:
        return ""
    return f"```go\n{declaration_line(declaration)}\n```\n\n`{link.remote}` · {place} · Go {unit.target.go}"


def _words(outcome: Outcome) -> str:
    if outcome.problem is None:
        return "may be pulled in:" if outcome.found is not None else "not known in:"
    return _WORDS[outcome.problem] + (f" ({outcome.proviso.removeprefix(', ')}) in:" if outcome.condition else " in:")


_WORDS = {
    Problem.FORBIDDEN: "invalid reference (unmarked)",
    Problem.BLOCKED: "blocked by the linker",
    Problem.STD_ONLY: "for std only",
    Problem.UNDEFINED: "not defined",
    Problem.DETACHED: "not defined",
    Problem.NOT_LINKED: "not linked in",
    Problem.DUPLICATE: "a second definition",
    Problem.ENDLESS: "a second definition",
    Problem.KIND: "of another kind",
    Problem.ABI: "of another ABI",
    Problem.ASSEMBLY: "marked assembly",
    Problem.STAMPED: "set by the linker",
}
