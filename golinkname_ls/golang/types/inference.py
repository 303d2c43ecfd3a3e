"""Type arguments of a generic func: given, or inferred from a call's arguments (go/types/infer.go, unify.go).

`func F[S ~[]E, E any](s S, e E)` called with a `[]int` and an untyped constant: `S` is `[]int`, and by its constraint
`E` is `int`.
"""

from __future__ import annotations

from golinkname_ls.golang.types import model as m
from golinkname_ls.golang.types.components import Bindings, Instantiate, component_types, substitute
from golinkname_ls.golang.types.universe import default_type


def instantiated(signature: m.Signature, arguments: tuple[m.Type, ...], instantiate: Instantiate) -> m.Signature:
    """The signature of a generic func with some or all of its type arguments; what is left open stays generic."""
    bindings = dict(zip(signature.type_parameters, arguments, strict=False))
    _bind_by_constraints(signature, bindings)
    return _bound(signature, bindings, instantiate)


def inferred(
    signature: m.Signature, arguments: list[m.Type], spread: bool, instantiate: Instantiate
) -> m.Signature | None:
    """The signature of a generic func in a call with arguments of these types; None when some type stays open.

    `spread` is the `...` after the last argument.
    """
    wanted = frozenset(signature.type_parameters)
    bindings: Bindings = {}
    untyped: list[tuple[m.Type, m.Type]] = []
    for number, kind in enumerate(arguments):
        pattern = _parameter(signature, number, spread)
        if pattern is None:
            return None
        if isinstance(kind, m.Basic) and kind.untyped:
            untyped.append((pattern, kind))
        elif kind is not m.INVALID:
            _unify(pattern, kind, wanted, bindings)
    for pattern, kind in untyped:
        # An untyped constant counts only for what typed arguments left open.
        if isinstance(pattern, m.TypeParameter) and pattern not in bindings:
            bindings[pattern] = default_type(kind)
    _bind_by_constraints(signature, bindings)
    return _bound(signature, bindings, instantiate) if wanted <= bindings.keys() else None


def _bound(signature: m.Signature, bindings: Bindings, instantiate: Instantiate) -> m.Signature:
    rest = tuple(p for p in signature.type_parameters if p not in bindings)
    bare = m.Signature(signature.parameters, signature.results, signature.variadic)
    found = substitute(bare, bindings, instantiate)
    assert isinstance(found, m.Signature)
    return m.Signature(found.parameters, found.results, found.variadic, rest)


def _parameter(signature: m.Signature, number: int, spread: bool) -> m.Type | None:
    last = len(signature.parameters) - 1
    if signature.variadic and number >= last and not spread:
        variadic = signature.parameters[last].type
        return variadic.element if isinstance(variadic, m.Slice) else None
    return signature.parameters[number].type if number <= last else None


def _bind_by_constraints(signature: m.Signature, bindings: Bindings) -> None:
    """Bind what the core types of constraints tell: `S ~[]E` gives E once S is known."""
    wanted = frozenset(signature.type_parameters)
    for _ in signature.type_parameters:
        for parameter in signature.type_parameters:
            core = _core_type(parameter.constraint)
            if core is not None and parameter in bindings:
                _unify(core, bindings[parameter], wanted, bindings)


def _core_type(constraint: m.Type) -> m.Type | None:
    """The one underlying type that all types of a constraint have, None when there is none such (or several)."""
    bound = m.underlying(constraint)
    if not isinstance(bound, m.Interface):
        return bound
    for part in bound.embedded:
        if isinstance(part, m.Union):
            if len(part.terms) == 1:
                return m.underlying(part.terms[0].type)
        else:
            found = _core_type(part)
            if found is not None:
                return found
    return None


def _unify(pattern: m.Type, given: m.Type, wanted: frozenset[m.TypeParameter], bindings: Bindings) -> bool:
    """Bind the `wanted` type parameters in `pattern` so that it fits `given`; False when it cannot.

    After go/types/unify.go, inexact: a named type fits a pattern that is none by its underlying type.
    """
    if isinstance(pattern, m.TypeParameter) and pattern in wanted:
        if pattern in bindings:
            return bindings[pattern] == given or _unify(bindings[pattern], given, wanted, bindings)
        bindings[pattern] = given
        return True
    if isinstance(given, m.Named) and not isinstance(pattern, m.Named):
        given = given.underlying
    if pattern == given:
        return True
    shape = _shape(pattern)
    if shape is None or shape != _shape(given):
        return False
    pairs = zip(_unified_parts(pattern), _unified_parts(given), strict=True)
    # Every pair is looked at: one that does not fit hides no binding of another.
    fits = [_unify(ours, theirs, wanted, bindings) for ours, theirs in pairs]
    return all(fits)


def _shape(kind: m.Type) -> tuple[object, ...] | None:
    """Key that two types must share for their components to be unified; None for a type that fits only its equal."""
    match kind:
        case m.Pointer() | m.Slice() | m.Chan() | m.Map():
            return (type(kind),)
        case m.Array(length):
            return m.Array, length
        case m.Signature(parameters, results):
            return m.Signature, len(parameters), len(results)
        case m.Struct(fields):
            return m.Struct, len(fields)
        case m.Named() if kind.origin is not None:
            return m.Named, id(kind.origin)
        case _:
            return None


def _unified_parts(kind: m.Type) -> tuple[m.Type, ...]:
    return kind.arguments if isinstance(kind, m.Named) else tuple(component_types(kind))
