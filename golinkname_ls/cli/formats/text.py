"""Findings for people: place, message, the source line with carets, the fixes' titles."""

from __future__ import annotations

from typing import TextIO

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from golinkname_ls.analysis.session import Session
from golinkname_ls.cli.formats.check_report import CheckReport, shown
from golinkname_ls.cli.terminal_text import legible
from golinkname_ls.rules.core.finding import Finding, Severity

_STYLES = {
    Severity.ERROR: "bold red",
    Severity.WARNING: "bold yellow",
    Severity.INFORMATION: "bold cyan",
    Severity.HINT: "dim",
}


class _Console(Console):
    def on_broken_pipe(self) -> None:
        """Rich would end the process with the status of findings."""
        raise BrokenPipeError


def write(report: CheckReport, session: Session, out: TextIO) -> None:
    """Print every finding and a closing line."""
    console = _Console(file=out, highlight=False, soft_wrap=True)
    for finding in report.findings:
        _print(console, finding, session)
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
    """Text of a file, with one character for whatever cannot be shown: carets stand below it."""
    return legible(data.decode("utf-8", "replace"), "\N{REPLACEMENT CHARACTER}")


def _print(console: Console, finding: Finding, session: Session) -> None:
    source = session.source(finding.file)
    if source is None:
        return
    line, column = source.buffer.go_line_column(finding.span.start)
    style = _STYLES[finding.severity]
    head = Text(f"{legible(shown(finding.file))}:{line}:{column}: ")
    first, *more = legible(finding.message).split("\n")
    head.append(f"{finding.severity.value} {finding.code}", style=style).append(f" {first}")
    lines = [head, *(Text(f"        {row}") for row in more)]
    start = source.data.rfind(b"\n", 0, finding.span.start) + 1
    end = source.data.find(b"\n", finding.span.start)
    row = _decoded(source.data[start : end if end >= 0 else None].removesuffix(b"\r"))
    before = _decoded(source.data[start : finding.span.start])
    marked = _decoded(source.data[finding.span.start : finding.span.end].split(b"\n")[0])
    gutter = f"{line:5} | "
    lines.append(Text(gutter + row.expandtabs(4)))
    pad = cell_len(before.expandtabs(4))
    carets = Text(" " * 5 + " | " + " " * pad)
    lines.append(carets.append("^" * max(1, cell_len((before + marked).expandtabs(4)) - pad), style=style))
    details = [f"Go {', '.join(finding.go)} on {', '.join(finding.platforms)}"] if finding.go else []
    if finding.module:
        details.insert(0, f"module {finding.module}")
    if finding.upstream is not None:
        details.append(f"upstream: {legible(finding.upstream.file)}:{finding.upstream.line}")
    if details:
        lines.append(Text("        " + "; ".join(details), style="dim"))
    lines += (Text(f"        fix: {legible(fix.title)}", style="green") for fix in finding.fixes)
    # One print takes much longer than one line.
    console.print(Text("\n").join(lines))
