"""The name and the text of a Go file that a fix makes beside another one."""

from __future__ import annotations

import itertools
from collections.abc import Mapping
from pathlib import Path

from golinkname_ls.golang.targets.constraint_expression import constraint_text, parse_constraint
from golinkname_ls.golang.targets.platform import KNOWN_ARCH, KNOWN_OS
from golinkname_ls.rules.edits.change import NewFile
from golinkname_ls.rules.edits.imports import import_spec
from golinkname_ls.rules.edits.lines import newline
from golinkname_ls.rules.edits.version_runs import VersionRun
from golinkname_ls.syntax.files.source_file import SourceFile


def version_file(source: SourceFile, run: VersionRun, imports: Mapping[str, str], declarations: str) -> NewFile:
    """New file beside `source`, named after the versions of the run and built for them alone."""
    return NewFile(_sibling(source.path, run.word), file_text(source, _build_line(source, run), imports, declarations))


def file_text(source: SourceFile, build: str, imports: Mapping[str, str], declarations: str) -> str:
    """Text of a new file of the package, with the line ends of `source`; `imports` maps paths to names."""
    specs = [import_spec(path, name) for path, name in sorted(imports.items())]
    lines = [build, ""] if build else []
    lines += [f"package {source.outline.package_name}", ""]
    if len(specs) == 1:
        lines += [f"import {specs[0]}", ""]
    elif specs:
        lines += ["import (", *(f"\t{spec}" for spec in specs), ")", ""]
    text = "\n".join([*lines, declarations.replace("\r\n", "\n").strip("\n"), ""])
    return text.replace("\n", newline(source))


def _build_line(source: SourceFile, run: VersionRun) -> str:
    """The `//go:build` line of the run on top of the file's own constraint; "" for all versions."""
    parts = [f"go{run.first}"] if run.first is not None else []
    parts += [f"!go{run.end}"] if run.end is not None else []
    own = parse_constraint(source.outline.constraint) if source.outline.constraint else None
    if own is not None:
        text = constraint_text(own)
        parts.append(f"({text})" if parts and not isinstance(own, str) and own[0] == "||" else text)
    return "//go:build " + " && ".join(parts) if parts else ""


def _sibling(path: Path, word: str) -> Path:
    """Unused path beside a file, with `word` in its name and the GOOS, GOARCH and `_test` of the file's own."""
    head, *parts = path.name.split(".", 1)[0].split("_")
    tail: list[str] = []
    for known in ({"test"}, KNOWN_ARCH, KNOWN_OS):
        if parts and parts[-1] in known:
            tail.insert(0, parts.pop())
    words = (word if number == 1 else f"{word}_{number}" for number in itertools.count(1))
    places = (path.with_name("_".join([head, *parts, middle, *tail]) + ".go") for middle in words)
    return next(place for place in places if not place.exists())
