"""Remotes that name instances of generics, such as `p.F[int]`; from 1.23 on the compiler refuses them."""

from __future__ import annotations

import re

from golinkname_ls.catalog.std.symbols import split_symbol
from golinkname_ls.compiler.checker_and_scope import CodeContext
from golinkname_ls.compiler.live.package_mentions import is_mentioned, uses_import
from golinkname_ls.golang.targets.target import Target
from golinkname_ls.program.program import Program

# A method of an instantiated type, which 1.19 names as it is written.
_OF_INSTANCE = re.compile(r"\[.*\]\)?\.\w+$")
_TYPES = re.compile(r"\[(?!\.\.\.\])[^\[\]]")


def is_instance(symbol: str, target: Target) -> bool:
    """Whether a symbol has the form of an instance's, and instances have such symbols in this version.

    1.19 names instantiations by their shapes; later ones can be linked to by their own name up to 1.22 (measured).
    """
    bracketed = "[" in symbol and "]" in symbol
    before_unified = (target.go.major, target.go.minor) < (1, 20)
    return bracketed and (not before_unified or _OF_INSTANCE.search(symbol) is not None)


def is_never_instantiated(symbol: str, program: Program) -> bool:
    """Whether the program has no such instance: no type arguments, or an own generic func that nothing mentions."""
    if _TYPES.search(symbol) is None:
        return True
    prefix, name = split_symbol(symbol.partition("[")[0])
    generic = program.prefixes.get(prefix)
    if generic is None or not program.complete or not re.fullmatch(r"\w+", name):
        return False
    target = program.symbols.target
    for place, package in program.closure.packages.items():
        like = package.any_member(target)
        if like is None or (place == generic and is_mentioned(CodeContext.of(program, place, like), name)):
            return False
        if place != generic and uses_import(program, place, generic, name):
            return False
    return True
