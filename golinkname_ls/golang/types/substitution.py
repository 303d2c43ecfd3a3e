"""Types with their type parameters replaced, and the type arguments that a call's arguments imply."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from golinkname_ls.golang.types import model as m

Bindings = dict[m.TypeParameter, m.Type]


def substitute(kind: m.Type, bindings: Bindings, instance: Callable[[m.Named, tuple[m.Type, ...]], m.Type]) -> m.Type:
    """`kind` with the bound type parameters replaced; `instance` makes (or finds) an instance of a generic type."""
    if not bindings:
        return kind

    def sub(inner: m.Type) -> m.Type:
        return substitute(inner, bindings, instance)

    def signature(func: m.Signature) -> m.Signature:
        return replace(
            func,
            parameters=tuple(replace(p, type=sub(p.type)) for p in func.parameters),
            results=tuple(replace(p, type=sub(p.type)) for p in func.results),
        )

    match kind:
        case m.TypeParameter():
            return bindings.get(kind, kind)
        case m.Pointer() | m.Slice() | m.Array() | m.Chan():
            return replace(kind, element=sub(kind.element))
        case m.Map():
            return m.Map(sub(kind.key), sub(kind.element))
        case m.Tuple():
            return m.Tuple(tuple(map(sub, kind.types)))
        case m.Signature():
            return signature(kind)
        case m.Struct():
            return m.Struct(tuple(replace(f, type=sub(f.type)) for f in kind.fields))
        case m.Interface():
            return replace(
                kind,
                methods=tuple(replace(x, signature=signature(x.signature)) for x in kind.methods),
                embedded=tuple(map(sub, kind.embedded)),
            )
        case m.Union():
            return m.Union(tuple(replace(t, type=sub(t.type)) for t in kind.terms))
        case m.Named() if kind.arguments and kind.origin is not None:
            return instance(kind.origin, tuple(map(sub, kind.arguments)))
        case _:
            return kind


def unify(pattern: m.Type, given: m.Type, wanted: frozenset[m.TypeParameter], bindings: Bindings) -> bool:
    """Bind the `wanted` type parameters in `pattern` so that it fits `given`; False when it cannot.

    After go/types/unify.go, inexact: a named type fits a pattern that is none by its underlying type.
    """
    if isinstance(pattern, m.TypeParameter) and pattern in wanted:
        if pattern in bindings:
            return bindings[pattern] == given or unify(bindings[pattern], given, wanted, bindings)
        bindings[pattern] = given
        return True
    if isinstance(given, m.Named) and not isinstance(pattern, m.Named):
        given = given.underlying
    if pattern == given:
        return True

    def every(pairs: list[tuple[m.Type, m.Type]]) -> bool:
        fits = [unify(a, b, wanted, bindings) for a, b in pairs]
        return all(fits)

    match pattern, given:
        case m.Pointer(), m.Pointer():
            return unify(pattern.element, given.element, wanted, bindings)
        case m.Slice(), m.Slice():
            return unify(pattern.element, given.element, wanted, bindings)
        case m.Chan(), m.Chan():
            return unify(pattern.element, given.element, wanted, bindings)
        case m.Array(), m.Array():
            return pattern.length == given.length and unify(pattern.element, given.element, wanted, bindings)
        case m.Map(), m.Map():
            return every([(pattern.key, given.key), (pattern.element, given.element)])
        case m.Signature(), m.Signature():
            ours, theirs = (*pattern.parameters, *pattern.results), (*given.parameters, *given.results)
            same = len(pattern.parameters) == len(given.parameters) and len(ours) == len(theirs)
            return same and every([(a.type, b.type) for a, b in zip(ours, theirs, strict=True)])
        case m.Named(), m.Named() if pattern.origin is not None and pattern.origin is given.origin:
            return every(list(zip(pattern.arguments, given.arguments, strict=True)))
        case m.Struct(), m.Struct() if len(pattern.fields) == len(given.fields):
            return every([(a.type, b.type) for a, b in zip(pattern.fields, given.fields, strict=True)])
        case _:
            return False


def core_type(constraint: m.Type) -> m.Type | None:
    """The one underlying type that all types of a constraint have, None when there is none such (or several)."""
    bound = m.underlying(constraint)
    if not isinstance(bound, m.Interface):
        return bound
    for part in bound.embedded:
        if isinstance(part, m.Union):
            if len(part.terms) == 1:
                return m.underlying(part.terms[0].type)
        else:
            found = core_type(part)
            if found is not None:
                return found
    return None
