"""Lookup of fields and methods by name, through embedded fields too (go/types/lookup.go)."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from golinkname_ls.golang.types import model as m

Found = tuple[m.Type, bool]
"""The type of a field or method, and whether it is a method."""


def field_or_method(
    kind: m.Type, name: str, package: str, method_of: Callable[[m.Named, str], m.Signature | None]
) -> Found | None:
    """Field or method that the selector `name` denotes in code of `package`; None when absent or ambiguous.

    `method_of` finds the methods declared on a named type.
    """
    level: list[m.Type] = [kind.element if isinstance(kind, m.Pointer) else kind]
    seen: set[int] = set()
    while level:
        found: list[Found] = []
        below: list[m.Type] = []
        for current in level:
            if isinstance(current, m.Named):
                if id(current) in seen:
                    continue
                seen.add(id(current))
                method = method_of(current, name)
                if method and (name[:1].isupper() or current.path == package):
                    found.append((method, True))
                    continue
            found.extend(_own(current, name, package))
            below.extend(_embedded(current))
        if found:
            return found[0] if len(found) == 1 else None
        level = below
    return None


def _own(kind: m.Type, name: str, package: str) -> Sequence[Found]:
    match m.underlying(kind):
        case m.Struct(fields):
            return [(f.type, False) for f in fields if f.name == name and f.package in ("", package)]
        case m.Interface(methods):
            return [(x.signature, True) for x in methods if x.name == name and x.package in ("", package)]
        case _:
            return []


def _embedded(kind: m.Type) -> list[m.Type]:
    match m.underlying(kind):
        case m.Struct(fields):
            types = [f.type for f in fields if f.embedded]
            return [t.element if isinstance(t, m.Pointer) else t for t in types]
        case m.Interface(_, embedded):
            return list(embedded)
        case _:
            return []
