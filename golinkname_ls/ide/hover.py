"""Hover on a directive's argument or a stub's name: the upstream declaration, and in which Go versions it may be pulled."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from golinkname_ls.analysis.engine import Engine
from golinkname_ls.analysis.session import Session
from golinkname_ls.catalog.std.declaration_text import line_of
from golinkname_ls.golang.targets.target import Target
from golinkname_ls.ide.doc_comment import doc_comment
from golinkname_ls.linking.marks.pull_verdicts import PullVerdict, pull_verdict
from golinkname_ls.program.link import Link, links_of_file
from golinkname_ls.syntax.files.source_file import SourceFile
from golinkname_ls.text.span import Span


@dataclass(frozen=True, slots=True)
class Hover:
    """Markdown about the bytes of `span`."""

    markdown: str
    span: Span


def hover(session: Session, path: Path, offset: int) -> Hover | None:
    """The hover at a byte offset of a file, None where there is nothing to say."""
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
    for link in links_of_file(source, context.package, newest):
        for span in _spans(link, source):
            if span.contains(offset) and link.remote:
                return Hover(_markdown(engine, link, newest), span)
    return None


def _spans(link: Link, source: SourceFile) -> list[Span]:
    spans = [a.span for a in link.directive.arguments]
    if link.stub is not None and link.stub_source is source:
        spans.append(link.stub.name_span)
    return spans


def _markdown(engine: Engine, link: Link, target: Target) -> str:
    every = [Target(v, target.platform, target.tags, target.cgo) for v in engine.catalog.versions]
    verdicts = [(t, *pull_verdict(engine.symbols(t), link.remote)) for t in every]
    defined = [(t, found) for t, _, found in verdicts if found is not None and found.entry is not None]
    if not defined:
        return f"`{link.remote}`: nothing in std defines it"
    latest, found = defined[-1]
    lines = [f"```go\n{line_of(found)}\n```", f"`{link.remote}` · {found.file}:{found.line} · Go {latest.go}"]
    for kind in PullVerdict:
        which = [str(t.go) for t, verdict, _ in verdicts if verdict is kind]
        if which:
            lines.append(f"- {_WORDS[kind]}: {', '.join(which)}")
    comment = doc_comment(found.file, found.line, latest.go)
    return "\n\n".join([*lines[:2], "\n".join(lines[2:]), *([comment] if comment else [])])


_WORDS = {
    PullVerdict.ALLOWED: "may be pulled in",
    PullVerdict.FORBIDDEN: "invalid reference (unmarked) in",
    PullVerdict.BLOCKED: "blocked by the linker in",
    PullVerdict.STD_ONLY: "for std only in",
    PullVerdict.ABSENT: "not defined in",
}
