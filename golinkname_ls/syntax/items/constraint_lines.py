"""The build constraint of a file as written (go/build/build.go: parseFileHeader, shouldBuild; go/build/constraint)."""

from __future__ import annotations

import re

_WORD = re.compile(r"[\w.]+")

REFUSED = "!"
"""Stands for a header that the go command refuses: an expression that nothing can satisfy."""


def constraint_of(data: bytes) -> str:
    """The expression of the `//go:build` line, else the `// +build` lines turned into one; "" without any.

    Only what stands before the package clause counts; `// +build` lines must be followed by a blank line, and by no
    block comment before it. Two `//go:build` lines, or one without expression, give `REFUSED`.
    """
    # The header ends at the package clause: a long file is not to be split whole at every keystroke.
    clause = data.find(b"\npackage ")
    where = data if clause < 0 or b"/*" in data[:clause] else data[:clause]
    if b"go:build" not in where and b"+build" not in where:
        return ""
    header = _Header()
    if clause < 0 or not header.read(data[:clause]):
        header = _Header()
        header.read(data.removesuffix(b"\n"))  # which begins no line, blank or not
    return header.expression


class _Header:
    def __init__(self) -> None:
        self._build: list[str] = []
        self._plus: list[str] = []
        self._pending: list[str] = []

    @property
    def expression(self) -> str:
        if self._build:
            return self._build[0] if len(self._build) == 1 and self._build[0] else REFUSED
        return " && ".join(map(_plus_expression, self._plus))

    def read(self, data: bytes) -> bool:
        """Take the lines up to the first code; False when the data ends inside a block comment."""
        ended = in_block = False
        for raw in data.removeprefix(b"\xef\xbb\xbf").split(b"\n"):
            line = raw.decode("utf-8", "replace").strip()
            if not line and not ended:
                self._plus.extend(self._pending)
                self._pending.clear()
                continue
            ended = ended or not line.startswith("//")
            if not in_block and line.startswith("//"):
                self._comment(line, ended)
            while line and not (not in_block and line.startswith("//")):
                if in_block:
                    _, closed, line = line.partition("*/")
                    in_block, line = not closed, line.strip()
                elif line.startswith("/*"):
                    in_block, line = True, line[2:].strip()
                else:
                    return True
        return not in_block

    def _comment(self, line: str, ended: bool) -> None:
        build = _argument(line[2:], "go:build")
        if build is not None:
            self._build.append(build)
        plus = _argument(line[2:].strip(), "+build")
        if plus is not None and not ended:
            self._pending.append(plus)


def _argument(text: str, keyword: str) -> str | None:
    rest = text.removeprefix(keyword)
    if rest == text or (rest and rest == rest.lstrip()):
        return None
    return rest.strip()


def _plus_expression(line: str) -> str:
    options = [" && ".join(map(_literal, option.split(","))) for option in line.split()] or ["ignore"]
    if len(options) == 1:
        return options[0]
    return "(" + " || ".join(f"({o})" if "&&" in o else o for o in options) + ")"


def _literal(text: str) -> str:
    # parsePlusBuildExpr: what is no tag counts as the tag `ignore`.
    if text.startswith("!!") or text == "!":
        return "ignore"
    tag = text.removeprefix("!")
    return ("!" if text.startswith("!") else "") + (tag if _WORD.fullmatch(tag) else "ignore")
