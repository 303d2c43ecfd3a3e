"""SARIF 2.1.0, a format of static analysis results.

https://docs.oasis-open.org/sarif/sarif/v2.1.0/ (section numbers below are the standard's).
"""

from __future__ import annotations

import hashlib
import json
import os
from dataclasses import asdict
from pathlib import Path
from typing import Any, TextIO
from urllib.parse import quote

from golinkname_ls import __version__
from golinkname_ls.analysis.session import Session
from golinkname_ls.cli.formats.check_report import CheckReport
from golinkname_ls.cli.formats.code_point_range import CodePointRange
from golinkname_ls.cli.terminal_safe_text import display_path
from golinkname_ls.rules.all_rules import RULES
from golinkname_ls.rules.core.finding import Finding, Fix, Severity
from golinkname_ls.rules.core.rule import page
from golinkname_ls.text.span import Span

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_ROOT = "%SRCROOT%"
# 3.27.10
_LEVELS = {
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.INFORMATION: "note",
    Severity.HINT: "note",
}


def write(report: CheckReport, session: Session, out: TextIO) -> None:
    """Print the report as one SARIF log with one run."""
    run = {
        "tool": {"driver": _driver()},
        "invocations": [{"executionSuccessful": True}],
        "originalUriBaseIds": {_ROOT: {"uri": Path.cwd().as_uri().rstrip("/") + "/"}},
        "columnKind": "unicodeCodePoints",
        "results": [_result(finding, session) for finding in report.findings],
        "properties": {"go": report.go, "platforms": report.platforms},
    }
    json.dump({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, out, indent=2, ensure_ascii=False)
    out.write("\n")


def _driver() -> dict[str, Any]:
    rules = [
        {
            "id": module.RULE.code,
            "name": module.RULE.name,
            "shortDescription": {"text": module.RULE.summary},
            "help": {"text": page(module), "markdown": page(module)},
            "properties": {"tags": ["linkname", module.RULE.stage.value]},
        }
        for module in RULES
    ]
    return {"name": "golinkname-ls", "version": __version__, "semanticVersion": __version__, "rules": rules}


_INDEX = {module.RULE.code: number for number, module in enumerate(RULES)}


def _result(finding: Finding, session: Session) -> dict[str, Any]:
    result: dict[str, Any] = {
        "ruleId": finding.code,
        "ruleIndex": _INDEX[finding.code],
        "level": _LEVELS[finding.severity],
        "message": {"text": finding.message},
        "locations": [{"physicalLocation": _physical(finding.file, finding.span, session)}],
        "partialFingerprints": {"findingText/v1": _fingerprint(finding, session)},
        "properties": {"stage": finding.stage.value, "go": list(finding.go), "platforms": list(finding.platforms)},
    }
    if finding.related:
        result["relatedLocations"] = [
            {
                "id": number,
                "physicalLocation": _physical(related.file, related.span, session),
                "message": {"text": related.message},
            }
            for number, related in enumerate(finding.related, 1)
        ]
    if finding.module:
        result["properties"]["module"] = finding.module
    fixes = [found for fix in finding.fixes if (found := _fix(fix, session)) is not None]
    if fixes:
        result["fixes"] = fixes
    if finding.upstream is not None:
        result["properties"]["upstream"] = asdict(finding.upstream)
    return result


def _artifact(file: Path) -> dict[str, str]:
    name = display_path(file)
    if name.startswith("..") or Path(name).is_absolute():
        return {"uri": file.absolute().as_uri()}
    return {"uri": quote(os.fsencode(name)), "uriBaseId": _ROOT}


def _physical(file: Path, span: Span, session: Session) -> dict[str, Any]:
    return {"artifactLocation": _artifact(file), "region": _region(file, span, session)}


def _region(file: Path, span: Span, session: Session) -> dict[str, int]:
    place = CodePointRange.of(session.source(file), span)
    return {
        "startLine": place.line,
        "startColumn": place.column,
        "endLine": place.end_line,
        "endColumn": place.end_column,
        "byteOffset": span.start,
        "byteLength": span.end - span.start,
    }


def _fix(fix: Fix, session: Session) -> dict[str, Any] | None:
    # A replacement of 3.57 is in a file that is there.
    edits = () if fix.makes_files else fix.edits()
    if not edits:
        return None
    return {
        "description": {"text": fix.title},
        "artifactChanges": [
            {
                "artifactLocation": _artifact(file),
                "replacements": [
                    {"deletedRegion": _region(file, e.span, session), "insertedContent": {"text": e.text}}
                    for e in edits
                    if e.file == file
                ],
            }
            for file in dict.fromkeys(e.file for e in edits)
        ],
    }


def _fingerprint(finding: Finding, session: Session) -> str:
    """Fingerprint of a finding: the same wherever the flagged text moves in its file (3.27.16)."""
    source = session.source(finding.file)
    text = source.data[finding.span.start : finding.span.end] if source else b""
    parts = (finding.code.encode(), display_path(finding.file).encode("utf-8", "surrogateescape"), text)
    return hashlib.sha256(b"\0".join(parts)).hexdigest()[:32]
