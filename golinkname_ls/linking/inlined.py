"""Calls that the compiler puts a func's only expression in the place of (cmd/compile/internal/inline)."""

from __future__ import annotations

import re

from golinkname_ls.golang.package import PackageFolder
from golinkname_ls.golang.target import Target
from golinkname_ls.syntax.declaration import FuncDeclaration
from golinkname_ls.syntax.member import Member
from golinkname_ls.syntax.tree import parse


def returned(package: PackageFolder, target: Target, like: Member, name: str) -> str:
    """The one expression that a func without arguments returns and does nothing else, where it may be inlined."""
    for source, declared in package.declared(name, target, like):
        if isinstance(declared, FuncDeclaration) and declared.body_span is not None:
            body = source.data[declared.body_span.start : declared.body_span.end].decode("utf-8", "replace")
            match = re.fullmatch(r"\{\s*return\s+([^\n;{}]+?)\s*;?\s*\}", body)
            inlined = "go:noinline" not in declared.pragmas and not declared.type_parameters
            return match[1] if match is not None and inlined else ""
    return ""


# What costs a func its being inlined, or may: calls, loops and the like; none is in so short a body.
_COSTLY = re.compile(r"(?<!\bprintln)(?<!\bprint)(?<!\blen)\(|\b(?:for|go|defer|select|recover|func|switch|goto)\b")
_SHORT = 60


def ignores(
    package: PackageFolder, target: Target, like: Member, name: str, position: int, *, plain: bool = False
) -> bool:
    """Whether a func is inlined for certain and does nothing with the argument at `position`, from 0.

    With `plain` the parameter has a func's type without a name, so that a func is given to it as it is.
    """
    for source, declared in package.declared(name, target, like):
        if not isinstance(declared, FuncDeclaration) or declared.body_span is None or declared.pragmas:
            return False
        body = source.data[declared.body_span.start + 1 : declared.body_span.end - 1].decode("utf-8", "replace")
        if len(body) > _SHORT or _COSTLY.search(body) or declared.type_parameters:
            return False
        found = _parameters(declared.signature)
        if position >= len(found) or (plain and not found[position][1]):
            return False
        return not re.search(rf"(?<![\w.]){re.escape(found[position][0])}\b", body)
    return False


def _parameters(signature: str) -> list[tuple[str, bool]]:
    """The names of a signature's parameters as far as each is one argument, "_" for those without; whether it is a func."""
    root = parse(f"package p\nfunc _{signature.removeprefix('func')} {{}}\n".encode("utf-8", "replace")).root_node
    function = next((c for c in root.children if c.type == "function_declaration"), None)
    holder = function.child_by_field_name("parameters") if function is not None else None
    found: list[tuple[str, bool]] = []
    for parameter in holder.children if holder is not None else ():
        if parameter.type == "variadic_parameter_declaration":
            break
        if parameter.type == "parameter_declaration":
            given = [n.text.decode("utf-8", "replace") for n in parameter.children_by_field_name("name") if n.text]
            kind = parameter.child_by_field_name("type")
            found.extend((name, kind is not None and kind.type == "function_type") for name in given or ["_"])
    return found
