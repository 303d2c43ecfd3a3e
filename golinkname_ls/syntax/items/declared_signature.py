"""Signatures of declared funcs as written: from the tree that a stub was read from, or from the text of the catalog."""

from __future__ import annotations

from golinkname_ls.syntax.expressions.expression import FuncType
from golinkname_ls.syntax.expressions.parser import parse_signature
from golinkname_ls.syntax.items.declarations import FuncDeclaration


def signature_of(func: FuncDeclaration) -> FuncType | None:
    """The parameters and results of a func, without its receiver; None where they cannot be read."""
    return func.written or parse_signature(func.signature)
