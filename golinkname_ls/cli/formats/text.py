"""The text format, for people: place, message, source line with carets, titles of fixes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TextIO

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from golinkname_ls.analysis.session import Session
from golinkname_ls.cli.formats.check_report import CheckReport
from golinkname_ls.cli.terminal_safe_text import display_path, escape_controls
from golinkname_ls.rules.core.finding import Finding, Severity
from golinkname_ls.syntax.files.text_file import TextFile

_STYLES = {
    Severity.ERROR: "bold red",
    Severity.WARNING: "bold yellow",
    Severity.INFORMATION: "bold cyan",
    Severity.HINT: "dim",
}


class _Console(Console):
    def on_broken_pipe(self) -> None:
        """Raise the error again: rich would end the process with the status of findings."""
        raise BrokenPipeError


def write(report: CheckReport, session: Session, out: TextIO) -> None:
    """Print every finding and a closing line."""
    console = _Console(file=out, highlight=False, soft_wrap=True)
    for finding in report.findings:
        source = session.source(finding.file)
        if source is not None:
            # One print takes much longer than one line.
            console.print(Text("\n").join(_lines(finding, source)))
    errors = sum(f.severity is Severity.ERROR for f in report.findings)
    others = len(report.findings) - errors
    console.print(
        f"{_count(report.files, 'file')}, {_count(report.directives, 'directive')}: "
        f"{_count(errors, 'error')}, {_count(others, 'other finding')} (Go {', '.join(report.go)})",
        markup=False,
    )


def _count(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"


def _decoded(data: bytes) -> str:
    """The text of bytes with one character for whatever cannot be shown, so that carets below it stay in place."""
    return escape_controls(data.decode("utf-8", "replace"), "\N{REPLACEMENT CHARACTER}")


def _lines(finding: Finding, source: TextFile) -> Iterator[Text]:
    line, column = source.buffer.go_line_column(finding.span.start)
    first, *more = escape_controls(finding.message).split("\n")
    head = Text(f"{escape_controls(display_path(finding.file))}:{line}:{column}: ")
    yield head.append(f"{finding.severity.value} {finding.code}", style=_STYLES[finding.severity]).append(f" {first}")
    yield from (Text(f"        {row}") for row in more)
    yield from _source_with_carets(finding, source, line)
    details = [f"module {finding.module}"] if finding.module else []
    if finding.go:
        details.append(f"Go {', '.join(finding.go)} on {', '.join(finding.platforms)}")
    if finding.upstream is not None:
        details.append(f"upstream: {escape_controls(finding.upstream.file)}:{finding.upstream.line}")
    if details:
        yield Text("        " + "; ".join(details), style="dim")
    yield from (Text(f"        fix: {escape_controls(fix.title)}", style="green") for fix in finding.fixes)


def _source_with_carets(finding: Finding, source: TextFile, line: int) -> Iterator[Text]:
    data, (first, last) = source.data, finding.span
    start, end = data.rfind(b"\n", 0, first) + 1, data.find(b"\n", first)
    row = _decoded(data[start : end if end >= 0 else None].removesuffix(b"\r"))
    yield Text(f"{line:5} | {row.expandtabs(4)}")
    before, marked = _decoded(data[start:first]), _decoded(data[first:last].split(b"\n")[0])
    pad = cell_len(before.expandtabs(4))
    carets = "^" * max(1, cell_len((before + marked).expandtabs(4)) - pad)
    yield Text(" " * 5 + " | " + " " * pad).append(carets, style=_STYLES[finding.severity])
