"""The symbols that a Go assembly file defines, read without a preprocessor (cmd/asm/internal/lex does the real one)."""

from __future__ import annotations

import re

_COMMENT = re.compile(r"//[^\n]*|/\*.*?\*/", re.S)
_DEFINE = re.compile(r"^[ \t]*(?:[\w./]+:)?[ \t]*(TEXT|GLOBL)[ \t]+([^\s,(]*)\(SB\)", re.M)
_MACRO = re.compile(r"^[ \t]*#define[ \t]+(\w+)\(([^)]*)\)((?:[^\n]*\\\n)*[^\n]*)", re.M)
_MACRO_TEXT = re.compile(r"\bTEXT[ \t]+([^\s,(]+)\(SB\)")


def assembly_symbols(text: str, package: str) -> list[tuple[str, str, str]]:
    """(kind, symbol, ABI) of each definition: kind `text` or `globl`, ABI `ABI0` or `ABIInternal`.

    A leading middle dot stands for the package's path, a division slash for a slash; `<>` symbols are file-local and
    left out. Function-like macros that hold a TEXT line are expanded at their uses.
    """
    text = _COMMENT.sub("", text)
    found: dict[tuple[str, str, str], None] = {}
    for kind, name in _DEFINE.findall(text):
        _add(found, kind.lower(), name, package)
    for match in _MACRO.finditer(text):
        name, parameters, body = match.groups()
        inner = _MACRO_TEXT.search(body)
        if inner is None:
            continue
        names = [p.strip() for p in parameters.split(",")]
        if inner[1] in names:
            position = names.index(inner[1])
            for use in re.finditer(rf"^[ \t]*{name}\(([^)]*)\)", text, re.M):
                arguments = [a.strip() for a in use[1].split(",")]
                if position < len(arguments):
                    _add(found, "text", arguments[position], package)
    return list(found)


def _add(found: dict[tuple[str, str, str], None], kind: str, name: str, package: str) -> None:
    if name.endswith("<>") or not name:
        return
    abi = "ABIInternal" if name.endswith("<ABIInternal>") else "ABI0"
    name = name.split("<", 1)[0].replace("∕", "/")
    if name.startswith("·"):
        name = package + name
    found[(kind, name.replace("·", "."), abi)] = None
