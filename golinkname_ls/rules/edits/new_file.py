"""The text and the name of a file that a fix makes beside another one."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from golinkname_ls.golang.targets.constraint_expression import constraint_text, parse_constraint
from golinkname_ls.golang.targets.platform import KNOWN_ARCH, KNOWN_OS
from golinkname_ls.golang.targets.version import GoVersion
from golinkname_ls.rules.edits.lines import import_spec, line_end
from golinkname_ls.syntax.files.source_file import SourceFile


def build_line(source: SourceFile, first: GoVersion | None, end: GoVersion | None) -> str:
    """The `//go:build` line of the versions [first, end) on top of the file's own constraint; "" for all versions."""
    parts = [f"go{first}"] if first is not None else []
    parts += [f"!go{end}"] if end is not None else []
    own = parse_constraint(source.outline.constraint) if source.outline.constraint else None
    if own is not None:
        text = constraint_text(own)
        parts.append(f"({text})" if parts and not isinstance(own, str) and own[0] == "||" else text)
    return "//go:build " + " && ".join(parts) if parts else ""


def sibling_path(source: SourceFile, word: str) -> Path:
    """A free name beside the file that says `word` and keeps what its own name says to the go command."""
    head, *parts = source.path.name.split(".", 1)[0].split("_")
    tail: list[str] = []
    if parts and parts[-1] == "test":
        tail.insert(0, parts.pop())
    for known in (KNOWN_ARCH, KNOWN_OS):
        if parts and parts[-1] in known:
            tail.insert(0, parts.pop())
    number = 1
    while True:
        middle = word if number == 1 else f"{word}_{number}"
        path = source.path.with_name("_".join([head, *parts, middle, *tail]) + ".go")
        if not path.exists():
            return path
        number += 1


def file_text(source: SourceFile, build: str, imports: Mapping[str, str], declarations: str) -> str:
    """A whole file of the package, with the other file's line ends; `imports` maps paths to names."""
    specs = [import_spec(path, name) for path, name in sorted(imports.items())]
    lines = [build, ""] if build else []
    lines += [f"package {source.outline.package_name}", ""]
    if len(specs) == 1:
        lines += [f"import {specs[0]}", ""]
    elif specs:
        lines += ["import (", *(f"\t{spec}" for spec in specs), ")", ""]
    text = "\n".join([*lines, declarations.replace("\r\n", "\n").strip("\n"), ""])
    return text.replace("\n", line_end(source))
