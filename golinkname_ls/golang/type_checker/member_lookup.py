"""Fields and methods of a type, embedded ones too (go/types/lookup.go)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from golinkname_ls.golang.types import model as m

if TYPE_CHECKING:
    from golinkname_ls.golang.type_checker.checker import Checker

Member = tuple[m.Type, bool]
"""The member's type, and whether it is a method."""


def member(checker: Checker, kind: m.Type, name: str, package: str) -> Member | None:
    """The field or method that a selector names, seen from package `package`; None when there is none (or several)."""
    start = kind.element if isinstance(kind, m.Pointer) else kind
    level: list[m.Type] = [start]
    seen: set[int] = set()
    while level:
        found: list[Member] = []
        below: list[m.Type] = []
        for current in level:
            if isinstance(current, m.Named):
                if id(current) in seen:
                    continue
                seen.add(id(current))
                method = checker.method(current.origin or current, name) and checker.method(current, name)
                if method and (name[:1].isupper() or current.path == package):
                    found.append((method, True))
                    continue
            found.extend(_own(current, name, package))
            below.extend(_embedded(current))
        if found:
            return found[0] if len(found) == 1 else None
        level = below
    return None


def _own(kind: m.Type, name: str, package: str) -> list[Member]:
    bare = m.underlying(kind)
    if isinstance(bare, m.Struct):
        return [(f.type, False) for f in bare.fields if f.name == name and f.package in ("", package)]
    if isinstance(bare, m.Interface):
        for method in bare.methods:
            if method.name == name and method.package in ("", package):
                return [(method.signature, True)]
    return []


def _embedded(kind: m.Type) -> list[m.Type]:
    bare = m.underlying(kind)
    if isinstance(bare, m.Struct):
        types = [f.type for f in bare.fields if f.embedded]
        return [t.element if isinstance(t, m.Pointer) else t for t in types]
    return list(bare.embedded) if isinstance(bare, m.Interface) else []
