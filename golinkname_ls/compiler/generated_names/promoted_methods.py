"""Promoted methods: those that the compiler writes for a type because an embedded field or an interface has them.

    type T struct{ *sync.Mutex }   → p.T.Lock and p.(*T).Lock exist
    type U struct{ sync.Mutex }    → p.(*U).Lock exists, p.U.Lock does not: Lock has a pointer receiver

The rules are those of the Go specification, "Struct types" and "Selectors".
"""

from __future__ import annotations

from golinkname_ls.golang.type_checker.checker import Checker
from golinkname_ls.golang.types import model as m

_Embedded = tuple[m.Named, bool]
"""A type, and whether it is reached by a pointer, so that methods with pointer receivers count."""


def promotes(checker: Checker, path: str, name: str, method: str, pointer: bool) -> bool | None:
    """Whether the type `name` of the package (its pointer, with `pointer`) has a promoted method; None if unknown.

    A method with a pointer receiver comes to a type by an embedded value only for its pointer, and only the shallowest
    depth counts, where a field or a second method leaves none.
    """
    found = checker.find(path, name)
    if found is None or not found.is_type:
        return False
    if not isinstance(found.type, m.Named):
        return None
    if found.type.parameters or found.type.name != name:
        return False  # What a generic's instances and an alias have goes by other names.
    exported, first = method[:1].isupper(), True
    level, seen = [(found.type, pointer)], set[str]()
    while level:
        below: list[_Embedded] = []
        selected: list[bool] = []
        for kind, by_pointer in level:
            key = f"{kind.path}.{kind.name}"
            if key in seen:
                continue
            seen.add(key)
            # What is not exported has the name of its package in the symbol, if that is another one.
            named = exported or kind.path == path
            declared = checker.method(kind.origin or kind, method) if named and not first else None
            if declared is not None:
                selected.append(by_pointer or not _has_pointer_receiver(declared))
                continue
            embedded = _embedded(kind, by_pointer)
            if embedded is None:
                return None
            below += embedded
            selected += _undeclared(kind, method, in_set=not (first and pointer)) if named else []
        if len(selected) > 1 and not exported:
            return None  # Names that are not exported differ by their packages.
        if selected:
            return selected == [True]
        level, first = below, False
    return False


def _has_pointer_receiver(method: m.Signature) -> bool:
    return method.receiver is not None and isinstance(method.receiver.type, m.Pointer)


def _undeclared(kind: m.Named, method: str, *, in_set: bool) -> list[bool]:
    """Of each field and interface method with the method's name in a type: whether it is a method (then `in_set`)."""
    bare = m.underlying(kind)
    if isinstance(bare, m.Interface):
        return [in_set] if _demands(bare, method) else []
    return [False for f in bare.fields if f.name == method] if isinstance(bare, m.Struct) else []


def _embedded(kind: m.Named, by_pointer: bool) -> list[_Embedded] | None:
    """The types that a struct embeds, none for other types; None if one of them, or the type itself, is not known."""
    bare = m.underlying(kind)
    if not isinstance(bare, m.Struct):
        return None if bare is m.INVALID else []
    fields = [(f.type, isinstance(f.type, m.Pointer)) for f in bare.fields if f.embedded]
    types = [(t.element if isinstance(t, m.Pointer) else t, by_pointer or pointed) for t, pointed in fields]
    named = [(t, reached) for t, reached in types if isinstance(t, m.Named)]
    return named if len(named) == len(types) else None


def _demands(kind: m.Interface, method: str) -> bool:
    if any(x.name == method for x in kind.methods):
        return True
    inner = [m.underlying(e) for e in kind.embedded]
    return any(_demands(i, method) for i in inner if isinstance(i, m.Interface))
