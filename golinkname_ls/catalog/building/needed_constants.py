"""Which constants a catalog must keep: those that a type, an array's length or an inferred var can depend on."""

from __future__ import annotations

import re
from collections.abc import Iterable

from golinkname_ls.syntax.items.declarations import (
    ConstDeclaration,
    Declaration,
    FileDeclarations,
    FuncDeclaration,
    TypeDeclaration,
    VarDeclaration,
)

_WORD = re.compile(r"[^\W\d]\w*")
_LENGTH = re.compile(r"\[([^\[\]]*(?:\[[^\[\]]*\][^\[\]]*)*)\]")


def needed_constants(packages: dict[str, list[FileDeclarations]]) -> frozenset[str]:
    """The names (of any package) of the constants to keep, closed over what their own values mention."""
    constants: dict[str, set[str]] = {}
    wanted: set[str] = set()
    for files in packages.values():
        for file in files:
            for declaration in file.declarations:
                if isinstance(declaration, ConstDeclaration):
                    words = set(_WORD.findall(declaration.value)) | set(_WORD.findall(declaration.type))
                    constants.setdefault(declaration.name, set()).update(words)
                else:
                    wanted.update(_mentioned(declaration))
    keep: set[str] = set()
    pending = [name for name in wanted if name in constants]
    while pending:
        name = pending.pop()
        if name not in keep:
            keep.add(name)
            pending.extend(word for word in constants[name] if word in constants and word not in keep)
    return frozenset(keep)


def _mentioned(declaration: Declaration) -> Iterable[str]:
    if isinstance(declaration, VarDeclaration):
        text = declaration.value + " " + " ".join(_LENGTH.findall(declaration.type))
    elif isinstance(declaration, TypeDeclaration):
        text = " ".join(_LENGTH.findall(declaration.type))
    elif isinstance(declaration, FuncDeclaration):
        text = " ".join(_LENGTH.findall(declaration.signature))
    else:
        text = ""
    return _WORD.findall(text)
