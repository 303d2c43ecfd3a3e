"""Calls that the compiler puts a func's only expression in the place of (cmd/compile/internal/inline)."""

from __future__ import annotations

import re

from golinkname_ls.golang.package import PackageFolder
from golinkname_ls.golang.target import Target
from golinkname_ls.syntax.declaration import FuncDeclaration
from golinkname_ls.syntax.member import Member


def returned(package: PackageFolder, target: Target, like: Member, name: str) -> str:
    """The one expression that a func without arguments returns and does nothing else, where it may be inlined."""
    for source, declared in package.declared(name, target, like):
        if isinstance(declared, FuncDeclaration) and declared.body_span is not None:
            body = source.data[declared.body_span.start : declared.body_span.end].decode("utf-8", "replace")
            match = re.fullmatch(r"\{\s*return\s+([^\n;{}]+?)\s*;?\s*\}", body)
            inlined = "go:noinline" not in declared.pragmas and not declared.type_parameters
            return match[1] if match is not None and inlined else ""
    return ""
