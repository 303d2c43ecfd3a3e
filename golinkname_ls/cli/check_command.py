"""`check`: the findings of files and folders, in a terminal or in CI."""

from __future__ import annotations

import argparse
import os
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from golinkname_ls.analysis.session import Session
from golinkname_ls.analysis.window import Options, WindowError, versions
from golinkname_ls.catalog.store import CatalogError
from golinkname_ls.cli.formats import json_format, text_format
from golinkname_ls.cli.formats.report import CheckReport
from golinkname_ls.cli.main import CannotDo
from golinkname_ls.golang.platform import Platform
from golinkname_ls.rules import RULES
from golinkname_ls.rules.finding import Finding, Severity

_SKIPPED_FOLDERS = frozenset({"testdata", "vendor", "node_modules"})
# A line that begins a func and has no brace may be a func without body.
_BODYLESS = re.compile(rb"^func [^{\n]*\)[^{\n(,]*$", re.M)
_FORMATS = {"text": text_format.write, "json": json_format.write}


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument("paths", nargs="*", metavar="PATH", help="files and folders; a folder means all below it")
    parser.add_argument("--go", default="auto", help="auto, all, 1.24, 1.23-1.27, or a list")
    parser.add_argument("--platform", default="host", help="host, or a list such as linux/amd64,windows/arm64")
    parser.add_argument("--tags", default="", help="build tags, comma-separated")
    parser.add_argument("--format", choices=sorted(_FORMATS), default="text")
    parser.add_argument("--select", default="", help="only these rule codes, comma-separated")
    parser.add_argument("--ignore", default="", help="not these rule codes, comma-separated")
    parser.add_argument("--fail-on", choices=[s.value for s in Severity], default="error")


def run(options: argparse.Namespace) -> int:
    """Check and print; 1 when something is at or above --fail-on."""
    wanted, unwanted = _codes(options.select), _codes(options.ignore)
    session = _session(options)
    files = list(_files(options.paths or ["."]))
    findings: list[Finding] = []
    directives = 0
    for file in files:
        if _irrelevant(file):
            continue
        found = _check(session, file)
        source = session.source(file)
        if source and file.suffix == ".go":
            directives += len([d for d in source.outline.directives if d.ignored is None])
        findings.extend(f for f in found if (not wanted or f.code in wanted) and f.code not in unwanted)
    chosen = versions(session.options, session.module(files[0].parent) if files else None, session.engine.catalog)[0]
    platforms = session.options.platforms or (Platform.host(),)
    report = CheckReport(len(files), directives, [str(v) for v in chosen], [str(p) for p in platforms], findings)
    _FORMATS[options.format](report, session, sys.stdout)
    limit = Severity(options.fail_on).rank
    return int(any(f.severity.rank <= limit for f in findings))


def _session(options: argparse.Namespace) -> Session:
    try:
        platforms = () if options.platform == "host" else tuple(map(Platform.parse, options.platform.split(",")))
        chosen = Options(options.go, platforms, frozenset(filter(None, options.tags.split(","))))
        session = Session(chosen)
        versions(chosen, None, session.engine.catalog)
    except (ValueError, WindowError, CatalogError) as error:
        raise CannotDo(str(error)) from None
    return session


def _check(session: Session, file: Path) -> list[Finding]:
    try:
        return session.check(file)
    except CatalogError as error:
        raise CannotDo(str(error)) from None


def _codes(text: str) -> frozenset[str]:
    codes = frozenset(filter(None, (c.strip().upper() for c in text.split(","))))
    unknown = codes - {module.RULE.code for module in RULES}
    if unknown:
        raise CannotDo(f"no such rule: {', '.join(sorted(unknown))}")
    return codes


def _files(paths: list[str]) -> Iterator[Path]:
    for text in paths:
        path = Path(os.path.abspath(text.removesuffix("...") or "."))  # noqa: PTH100  (resolve would follow links)
        if path.is_file():
            yield path
        elif path.is_dir():
            yield from _below(path)
        else:
            raise CannotDo(f"{text}: no such file or folder")


def _below(folder: Path) -> Iterator[Path]:
    for base, names, files in os.walk(folder):
        names[:] = sorted(n for n in names if n not in _SKIPPED_FOLDERS and n[0] not in "._")
        kinds = (".go", ".s") if any(f.endswith(".go") for f in files) else ()
        yield from (Path(base) / f for f in sorted(files) if f.endswith(kinds) and f[0] not in "._")


def _irrelevant(file: Path) -> bool:
    """Whether a look at the bytes shows that no rule can say anything: no directive, no func without body."""
    try:
        data = file.read_bytes()
    except OSError as error:
        print(f"golinkname-ls: {file}: {error.strerror}", file=sys.stderr)
        return True
    if file.suffix == ".s":
        return b"(SB)" not in data or "·".encode() not in data
    return b"linkname" not in data.lower() and not _BODYLESS.search(data)
