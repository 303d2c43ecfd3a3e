"""Explanations for names that are no symbols of std: types, generic funcs, misspelt names."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice

from golinkname_ls.catalog.std.symbols import TargetSymbols, split_symbol
from golinkname_ls.linking.std_versions.version_diff import defined_symbols
from golinkname_ls.syntax.items.declarations import ConstDeclaration, FuncDeclaration, TypeDeclaration

_CLOSE_ENOUGH = 75
_SHOWN = 3
_ARGUMENTS = re.compile(r"\[[^\]]*\]")
_GLOB = re.compile(r"[?\[]|(?<!\()\*")


def why_absent(targets: Sequence[TargetSymbols], name: str) -> str:
    """Why std has no symbol of that name, as a clause; "" when no reason is known.

    `targets` are the versions asked, oldest first.
    """
    bare = _ARGUMENTS.sub("", name)
    for target in reversed(targets):
        entry = target.declared(bare)
        declaration = entry.declaration if entry is not None else None
        if isinstance(declaration, TypeDeclaration | ConstDeclaration):
            kind = "type" if isinstance(declaration, TypeDeclaration) else "constant"
            return f"it is a {kind}, which has no symbol"
        if isinstance(declaration, FuncDeclaration) and (declaration.type_parameters or "[" in declaration.receiver):
            return "it is generic, and a generic func has no symbol of its own"
    path, rest = split_symbol(name)
    if _GLOB.search(name):
        return "`catalog search` takes patterns"
    if not path or not rest:
        return "write the package's import path and the name, e.g. runtime.nanotime"
    near = _nearest(targets, path, name)
    if near:
        return f"nearest: {', '.join(near)}"
    return "" if any(target.has_package(path) for target in targets) else f"nor is there a package {path}"


def _nearest(targets: Sequence[TargetSymbols], path: str, name: str) -> list[str]:
    # Imported when needed: what is spelled right does not pay for it.
    from rapidfuzz import process

    names: dict[str, str] = {}
    for target in reversed(targets):
        # What differs in capitals alone is nearest of all.
        names.update({symbol: symbol.lower() for symbol in defined_symbols(target, path)})
    close = process.extract(name.lower(), names, limit=4 * _SHOWN, score_cutoff=_CLOSE_ENOUGH)
    # Among them are funcs that are only declared here.
    found = (symbol for _, _, symbol in close if any(t.find(symbol) is not None for t in reversed(targets)))
    return list(islice(found, _SHOWN))
