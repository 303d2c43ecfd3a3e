"""Finds a file's build constraint as written (go/build shouldBuild and go/build/constraint)."""

from __future__ import annotations

import re

_PLUS = re.compile(r"^//[ \t]*\+build(?:[ \t]+(.*))?$")


def constraint_of(data: bytes) -> str:
    """The expression of the `//go:build` line, or `// +build` lines turned into one; "" without any.

    Only the comments before the package clause count; `// +build` lines must be followed by a blank line.
    """
    if b"go:build" not in data and b"+build" not in data:
        return ""
    # The header ends at the package clause: a long file is not to be split whole at every keystroke.
    clause = data.find(b"\npackage ")
    data = data[:clause] if clause >= 0 else data
    plus: list[str] = []
    pending: list[str] = []
    in_block = False
    for raw in data.removeprefix(b"\xef\xbb\xbf").split(b"\n"):
        line = raw.decode("utf-8", "replace").strip()
        if in_block:
            in_block = "*/" not in line
            continue
        if not line:
            plus.extend(pending)
            pending.clear()
            continue
        if line.startswith("/*"):
            in_block = "*/" not in line[2:]
            continue
        if not line.startswith("//"):
            break
        if line.startswith(("//go:build ", "//go:build\t")):
            return line[len("//go:build") :].strip()
        match = _PLUS.match(line)
        if match:
            pending.append(match.group(1) or "")
    return " && ".join(_plus_expression(line) for line in plus if line.strip())


def _plus_expression(line: str) -> str:
    options = [" && ".join(option.split(",")) for option in line.split()]
    if len(options) == 1:
        return options[0]
    return "(" + " || ".join(f"({o})" if "&&" in o else o for o in options) + ")"
