"""GitHub Actions' workflow commands: one annotation a finding.

Properties and messages escape different characters (actions/toolkit, packages/core/src/command.ts).
"""

from __future__ import annotations

from typing import TextIO

from golinkname_ls.analysis.session import Session
from golinkname_ls.cli.formats.check_report import CheckReport
from golinkname_ls.cli.formats.code_point_range import CodePointRange
from golinkname_ls.cli.terminal_safe_text import display_path
from golinkname_ls.rules.core.finding import Severity

_COMMANDS = {
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.INFORMATION: "notice",
    Severity.HINT: "notice",
}


def write(report: CheckReport, session: Session, out: TextIO) -> None:
    """Print one line a finding; columns count characters from 1, the end is exclusive."""
    for finding in report.findings:
        place = CodePointRange.of(session.source(finding.file), finding.span)
        # GitHub refuses columns on annotations of several lines.
        columns = place.line == place.end_line
        properties = {
            "file": display_path(finding.file),
            "line": place.line,
            "col": columns and place.column,
            "endLine": place.end_line,
            "endColumn": columns and place.end_column,
            "title": f"{finding.code} {finding.name}",
        }
        listed = ",".join(f"{key}={_property(str(value))}" for key, value in properties.items() if value)
        versions = f" [Go {', '.join(finding.go)}]" if finding.go else ""
        message = f"{finding.module}: {finding.message}" if finding.module else finding.message
        out.write(f"::{_COMMANDS[finding.severity]} {listed}::{_message(message + versions)}\n")


def _message(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _message(text).replace(":", "%3A").replace(",", "%2C")
