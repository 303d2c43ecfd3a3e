"""Which methods the compiler writes for a type itself: those that embedded fields and interfaces give it."""

from __future__ import annotations

from golinkname_ls.golang.type_checker.checker import Checker
from golinkname_ls.golang.types import model as m


def promotes(checker: Checker, path: str, name: str, method: str, pointer: bool) -> bool | None:
    """Whether the type `name` of the package (its pointer, with `pointer`) has a promoted method; None if unknown.

    A method with a pointer receiver comes to a type by an embedded value only for its pointer (Go specification,
    "Struct types"), and only the shallowest depth counts, where a field or a second method leaves none ("Selectors").
    """
    found = checker.find(path, name)
    if found is None or not found.is_type:
        return False
    if not isinstance(found.type, m.Named):
        return None
    if found.type.parameters or found.type.name != name:
        return False  # What a generic's instances and an alias have goes by other names.
    level, seen = [(found.type, pointer)], set[str]()
    first = True
    while level:
        below: list[tuple[m.Named, bool]] = []
        found_here: list[bool] = []
        for kind, reached in level:
            key = f"{kind.path}.{kind.name}"
            if key in seen:
                continue
            seen.add(key)
            # What is not exported has the name of its package in the symbol, if that is another one.
            named = method[:1].isupper() or kind.path == path
            declared = checker.method(kind.origin or kind, method) if named and not first else None
            if declared is not None:
                by_pointer = declared.receiver is not None and isinstance(declared.receiver.type, m.Pointer)
                found_here.append(reached or not by_pointer)
                continue
            bare = m.underlying(kind)
            if bare is m.INVALID:
                return None
            if isinstance(bare, m.Interface):
                if named and _demands(bare, method):
                    found_here.append(not (first and pointer))
                continue
            for field in bare.fields if isinstance(bare, m.Struct) else ():
                if field.name == method and named:
                    found_here.append(False)
                if not field.embedded:
                    continue
                to = field.type.element if isinstance(field.type, m.Pointer) else field.type
                if not isinstance(to, m.Named):
                    return None
                below.append((to, reached or isinstance(field.type, m.Pointer)))
        if len(found_here) > 1 and not method[:1].isupper():
            return None  # Names that are not exported differ by their packages.
        if found_here:
            return len(found_here) == 1 and found_here[0]
        level, first = below, False
    return False


def _demands(kind: m.Interface, method: str) -> bool:
    if any(x.name == method for x in kind.methods):
        return True
    inner = [m.underlying(e) for e in kind.embedded]
    return any(_demands(i, method) for i in inner if isinstance(i, m.Interface))
