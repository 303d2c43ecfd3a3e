"""What types are made of."""

from __future__ import annotations

from collections.abc import Iterable

from golinkname_ls.golang.types import model as m


def parts(kind: m.Type) -> Iterable[m.Type]:
    """The types that a type without a name is made of; none of a named one."""
    match kind:
        case m.Pointer(element) | m.Slice(element) | m.Array(_, element) | m.Chan(_, element):
            return (element,)
        case m.Map(key, element):
            return (key, element)
        case m.Signature():
            return (p.type for p in (*kind.parameters, *kind.results))
        case m.Struct(fields):
            return (f.type for f in fields)
        case m.Interface(methods, embedded):
            return (*(x.signature for x in methods), *embedded)
        case m.Union(terms):
            return (t.type for t in terms)
        case m.Tuple(types):
            return types
        case _:
            return ()
