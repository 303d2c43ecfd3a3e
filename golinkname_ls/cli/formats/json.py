"""The JSON format, schema 1: one object with all findings."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Any, TextIO

from golinkname_ls import __version__
from golinkname_ls.analysis.session import Session
from golinkname_ls.cli.formats.check_report import CheckReport
from golinkname_ls.cli.terminal_safe_text import display_path
from golinkname_ls.rules.core.finding import Finding
from golinkname_ls.rules.edits.change import Edit


def write(report: CheckReport, session: Session, out: TextIO) -> None:
    """Print the report as one JSON object."""
    document = {
        "schema": 1,
        "version": __version__,
        "go": report.go,
        "platforms": report.platforms,
        "files": report.files,
        "directives": report.directives,
        "findings": [_finding(f, session) for f in report.findings],
    }
    json.dump(document, out, indent=2, ensure_ascii=False)
    out.write("\n")


def _finding(finding: Finding, session: Session) -> dict[str, Any]:
    item: dict[str, Any] = {
        "code": finding.code,
        "name": finding.name,
        "stage": finding.stage.value,
        "severity": finding.severity.value,
        "message": finding.message,
        "file": display_path(finding.file),
        "start": _place(finding, finding.span.start, session),
        "end": _place(finding, finding.span.end, session),
        "go": list(finding.go),
        "platforms": list(finding.platforms),
        "fixes": [
            {
                "title": fix.title,
                "safe": fix.safe,
                "edits": [_edit(e) for e in fix.edits()],
                "creates": [{"file": display_path(n.file), "text": n.text} for n in fix.creates()],
            }
            for fix in finding.fixes
        ],
    }
    if finding.module:
        item["module"] = finding.module
    if finding.directive is not None:
        item["directive"] = asdict(finding.directive)
    if finding.upstream is not None:
        item["upstream"] = asdict(finding.upstream)
    return item


def _place(finding: Finding, offset: int, session: Session) -> dict[str, int]:
    source = session.source(finding.file)
    line, column = source.buffer.go_line_column(offset) if source else (1, 1)
    return {"line": line, "column": column, "offset": offset}


def _edit(edit: Edit) -> dict[str, Any]:
    return {"file": display_path(edit.file), "start": edit.span.start, "end": edit.span.end, "text": edit.text}
