"""The constants that a catalog keeps: those that an array's length or the inferred type of a var can depend on."""

from __future__ import annotations

import re
from collections.abc import Iterable

from golinkname_ls.syntax.items.declarations import ConstDeclaration, FileDeclarations, FuncDeclaration, VarDeclaration

_WORD = re.compile(r"[^\W\d]\w*")
_LENGTH = re.compile(r"\[([^\[\]]*(?:\[[^\[\]]*\][^\[\]]*)*)\]")


def needed_constants(files: Iterable[FileDeclarations]) -> frozenset[str]:
    """The names (of any package) of the constants to keep, closed over what their own values mention."""
    constants: dict[str, set[str]] = {}
    wanted: set[str] = set()
    for declaration in (declaration for file in files for declaration in file.declarations):
        if isinstance(declaration, ConstDeclaration):
            words = _WORD.findall(f"{declaration.value} {declaration.type}")
            constants.setdefault(declaration.name, set()).update(words)
        elif isinstance(declaration, FuncDeclaration):
            wanted |= _in_lengths(declaration.signature)
        else:
            wanted |= _in_lengths(declaration.type)
            if isinstance(declaration, VarDeclaration):
                wanted.update(_WORD.findall(declaration.value))
    keep: set[str] = set()
    while wanted := (wanted & constants.keys()) - keep:
        keep |= wanted
        wanted = {word for name in wanted for word in constants[name]}
    return frozenset(keep)


def _in_lengths(text: str) -> set[str]:
    return {word for length in _LENGTH.findall(text) for word in _WORD.findall(length)}
