"""Components of a type: the types that it is made of, and the same type made of others.

`map[K][]V` has the components `K` and `[]V`. A named type, a basic type and a type parameter have none.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from golinkname_ls.golang.types import model as m

Bindings = dict[m.TypeParameter, m.Type]
"""Type arguments by type parameter."""
Instantiate = Callable[[m.Named, tuple[m.Type, ...]], m.Type]
"""The instance of a generic type with type arguments."""


def component_types(kind: m.Type) -> Iterable[m.Type]:
    """Component types of a type in source order, parameters before results; none for a named or basic type."""
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


def substitute(kind: m.Type, bindings: Bindings, instantiate: Instantiate) -> m.Type:
    """Type with its bound type parameters replaced by their type arguments."""
    if not bindings:
        return kind

    def sub(inner: m.Type) -> m.Type:
        match inner:
            case m.TypeParameter():
                return bindings.get(inner, inner)
            case m.Named(arguments=arguments, origin=origin) if arguments and origin is not None:
                return instantiate(origin, tuple(map(sub, arguments)))
            case _:
                return _of_components(inner, sub)

    return sub(kind)


def _of_components(kind: m.Type, new: Callable[[m.Type], m.Type]) -> m.Type:
    """A type with each of its components replaced."""
    match kind:
        case m.Pointer() | m.Slice() | m.Array() | m.Chan():
            return replace(kind, element=new(kind.element))
        case m.Map(key, element):
            return m.Map(new(key), new(element))
        case m.Signature():
            return _signature(kind, new)
        case m.Struct(fields):
            return m.Struct(tuple(replace(f, type=new(f.type)) for f in fields))
        case m.Interface(methods, embedded):
            methods = tuple(replace(x, signature=_signature(x.signature, new)) for x in methods)
            return replace(kind, methods=methods, embedded=tuple(map(new, embedded)))
        case m.Union(terms):
            return m.Union(tuple(replace(t, type=new(t.type)) for t in terms))
        case m.Tuple(types):
            return m.Tuple(tuple(map(new, types)))
        case _:
            return kind


def _signature(func: m.Signature, new: Callable[[m.Type], m.Type]) -> m.Signature:
    parameters, results = (
        tuple(replace(p, type=new(p.type)) for p in values) for values in (func.parameters, func.results)
    )
    return replace(func, parameters=parameters, results=results)
