"""Calls: conversions, builtins, and generic funcs whose type arguments follow from the arguments."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from golinkname_ls.golang.sizes import layout
from golinkname_ls.golang.type_checker import constants, expressions
from golinkname_ls.golang.type_checker.operand import UNKNOWN, Mode, Operand, constant, value_of
from golinkname_ls.golang.types import model as m
from golinkname_ls.golang.types import universe
from golinkname_ls.golang.types.substitution import Bindings, core_type, unify
from golinkname_ls.syntax.expressions import expression as e

if TYPE_CHECKING:
    from golinkname_ls.golang.type_checker.checker import Checker
    from golinkname_ls.golang.type_checker.scope import Scope


def call(checker: Checker, expression: e.Call, scope: Scope) -> Operand:
    """The value of a call or conversion."""
    function = expressions.evaluate(checker, expression.function, scope)
    if function.is_type:
        if len(expression.arguments) != 1:
            return UNKNOWN
        operand = expressions.evaluate(checker, expression.arguments[0], scope)
        return expressions.convert(function.type, operand, checker.packages.target)
    if function.mode is Mode.BUILTIN:
        builtin = _BUILTINS.get(function.name)
        return builtin(checker, expression, scope) if builtin is not None else UNKNOWN
    signature = m.underlying(function.type)
    if not isinstance(signature, m.Signature):
        return UNKNOWN
    if signature.type_parameters:
        given = [expressions.evaluate(checker, a, scope) for a in expression.arguments]
        inferred = _inferred(checker, signature, given, expression.spread)
        if inferred is None:
            return UNKNOWN
        signature = inferred
    if not signature.results:
        return Operand(Mode.NOTHING)
    types = tuple(r.type for r in signature.results)
    return value_of(types[0]) if len(types) == 1 else value_of(m.Tuple(types))


def instantiate(checker: Checker, signature: m.Signature, arguments: tuple[m.Type, ...]) -> Operand:
    """A generic func with some or all of its type arguments."""
    bindings = dict(zip(signature.type_parameters, arguments, strict=False))
    _complete(signature, bindings)
    return value_of(_bound(checker, signature, bindings))


def _bound(checker: Checker, signature: m.Signature, bindings: Bindings) -> m.Signature:
    rest = tuple(p for p in signature.type_parameters if p not in bindings)
    bare = m.Signature(signature.parameters, signature.results, signature.variadic)
    found = checker.substitute(bare, bindings)
    assert isinstance(found, m.Signature)
    return m.Signature(found.parameters, found.results, found.variadic, rest)


def _inferred(checker: Checker, signature: m.Signature, given: list[Operand], spread: bool) -> m.Signature | None:
    types: list[m.Type] = []
    for operand in given:
        types.extend(operand.type.types if isinstance(operand.type, m.Tuple) else (operand.type,))
    wanted = frozenset(signature.type_parameters)
    bindings: Bindings = {}
    untyped: list[tuple[m.Type, m.Type]] = []
    for number, kind in enumerate(types):
        pattern = _parameter(signature, number, spread)
        if pattern is None:
            return None
        if isinstance(kind, m.Basic) and kind.untyped:
            untyped.append((pattern, kind))
        elif kind is not m.INVALID:
            unify(pattern, kind, wanted, bindings)
    for pattern, kind in untyped:
        # An untyped constant counts only for what typed arguments left open.
        if isinstance(pattern, m.TypeParameter) and pattern not in bindings:
            bindings[pattern] = universe.default_type(kind)
    _complete(signature, bindings)
    return _bound(checker, signature, bindings) if wanted <= bindings.keys() else None


def _parameter(signature: m.Signature, number: int, spread: bool) -> m.Type | None:
    last = len(signature.parameters) - 1
    if signature.variadic and number >= last and not spread:
        variadic = signature.parameters[last].type
        return variadic.element if isinstance(variadic, m.Slice) else None
    return signature.parameters[number].type if number <= last else None


def _complete(signature: m.Signature, bindings: Bindings) -> None:
    """Bind what a constraint's core type tells: S ~[]E gives E once S is known, and the other way round."""
    wanted = frozenset(signature.type_parameters)
    for _ in signature.type_parameters:
        for parameter in signature.type_parameters:
            core = core_type(parameter.constraint)
            if core is None:
                continue
            if parameter in bindings:
                unify(core, bindings[parameter], wanted, bindings)


def _argument(checker: Checker, expression: e.Call, scope: Scope, number: int = 0) -> Operand:
    if number >= len(expression.arguments):
        return UNKNOWN
    return expressions.evaluate(checker, expression.arguments[number], scope)


def _length(checker: Checker, expression: e.Call, scope: Scope) -> Operand:
    operand = _argument(checker, expression, scope)
    if isinstance(operand.value, str):
        return constant(universe.INT, constants.byte_length(operand.value))
    kind = m.underlying(operand.type)
    if isinstance(kind, m.Pointer):
        kind = m.underlying(kind.element)
    if (
        isinstance(kind, m.Array)
        and kind.length is not None
        and not _runs_code(checker, expression.arguments[0], scope)
    ):
        return constant(universe.INT, kind.length)
    return value_of(universe.INT)


def _runs_code(checker: Checker, expression: e.Expression, scope: Scope) -> bool:
    """Whether evaluating it calls a func or receives, so that `len` of it is no constant."""
    match expression:
        case e.Call():
            function = expressions.evaluate(checker, expression.function, scope)
            return not function.is_type or any(_runs_code(checker, a, scope) for a in expression.arguments)
        case e.Unary():
            return expression.operator == "<-" or _runs_code(checker, expression.operand, scope)
        case e.Select() | e.Index() | e.Slicing() | e.Star():
            return _runs_code(checker, expression.operand, scope)
        case _:
            return False


def _same(checker: Checker, expression: e.Call, scope: Scope) -> Operand:
    return value_of(_argument(checker, expression, scope).type)


def _new(checker: Checker, expression: e.Call, scope: Scope) -> Operand:
    # Since 1.26 new takes a value, too.
    operand = _argument(checker, expression, scope)
    kind = operand.type if operand.is_type else universe.default_type(operand.type)
    return value_of(m.Pointer(kind)) if kind is not m.INVALID else UNKNOWN


def _make(checker: Checker, expression: e.Call, scope: Scope) -> Operand:
    return value_of(checker.type(expression.arguments[0], scope)) if expression.arguments else UNKNOWN


def _extreme(checker: Checker, expression: e.Call, scope: Scope) -> Operand:
    operands = [_argument(checker, expression, scope, n) for n in range(len(expression.arguments))]
    if not operands:
        return UNKNOWN
    kind = operands[0].type
    for operand in operands[1:]:
        kind = expressions.joined(kind, operand.type)
    values = [o.value for o in operands if o.value is not None]
    if len(values) < len(operands):
        return value_of(kind)
    smallest = isinstance(expression.function, e.Name) and expression.function.name == "min"
    best = values[0]
    try:
        for value in values[1:]:
            if constants.compare("<" if smallest else ">", value, best):
                best = value
    except constants.Incomputable:
        return UNKNOWN
    return constant(kind, best)


_PARTS = {"complex64": "float32", "complex128": "float64", "untyped complex": "untyped float"}
_FLOATS: dict[str, m.Type] = {**universe.BASIC, "untyped float": universe.UNTYPED["float"]}


def _part(checker: Checker, expression: e.Call, scope: Scope) -> Operand:
    operand = _argument(checker, expression, scope)
    if operand.value is not None and not isinstance(operand.value, bool | str):
        whole = constants.as_complex(operand.value)
        real = isinstance(expression.function, e.Name) and expression.function.name == "real"
        bare = m.underlying(operand.type)
        kind = _PARTS.get(bare.kind, "untyped float") if isinstance(bare, m.Basic) else ""
        return constant(_FLOATS[kind], whole.real if real else whole.imaginary) if kind else UNKNOWN
    bare = m.underlying(operand.type)
    part = _PARTS.get(bare.kind, "") if isinstance(bare, m.Basic) else ""
    return value_of(universe.BASIC["float32" if part == "float32" else "float64"]) if part else UNKNOWN


def _complex(checker: Checker, expression: e.Call, scope: Scope) -> Operand:
    parts = [_argument(checker, expression, scope, number) for number in (0, 1)]
    kind = expressions.joined(parts[0].type, parts[1].type)
    bare = m.underlying(kind)
    narrow = isinstance(bare, m.Basic) and bare.kind == "float32"
    values = [
        constants.as_complex(p.value) for p in parts if p.value is not None and not isinstance(p.value, bool | str)
    ]
    if len(values) == len(parts) and isinstance(bare, m.Basic):
        whole = universe.UNTYPED["complex"] if bare.untyped else universe.BASIC["complex64" if narrow else "complex128"]
        return constant(whole, constants.Complex(values[0].real, values[1].real))
    return value_of(universe.BASIC["complex64" if narrow else "complex128"])


def _sizeof(checker: Checker, expression: e.Call, scope: Scope) -> Operand:
    return _measured(_argument(checker, expression, scope).type, checker, lambda found: found.size)


def _alignof(checker: Checker, expression: e.Call, scope: Scope) -> Operand:
    return _measured(_argument(checker, expression, scope).type, checker, lambda found: found.align)


def _measured(kind: m.Type, checker: Checker, read: Callable[[layout.Layout], int]) -> Operand:
    found = layout.layout_of(universe.default_type(kind), checker.sizes)
    return constant(universe.UINTPTR, read(found)) if found is not None else value_of(universe.UINTPTR)


def _offsetof(checker: Checker, expression: e.Call, scope: Scope) -> Operand:
    argument = expression.arguments[0] if expression.arguments else None
    if not isinstance(argument, e.Select):
        return value_of(universe.UINTPTR)
    holder = m.underlying(expressions.evaluate(checker, argument.operand, scope).type)
    if isinstance(holder, m.Pointer):
        holder = m.underlying(holder.element)
    offset = layout.field_offset(holder, argument.name, checker.sizes)
    return constant(universe.UINTPTR, offset) if offset is not None else value_of(universe.UINTPTR)


def _slice(checker: Checker, expression: e.Call, scope: Scope) -> Operand:
    pointer = m.underlying(_argument(checker, expression, scope).type)
    return value_of(m.Slice(pointer.element)) if isinstance(pointer, m.Pointer) else UNKNOWN


def _slice_data(checker: Checker, expression: e.Call, scope: Scope) -> Operand:
    kind = m.underlying(_argument(checker, expression, scope).type)
    return value_of(m.Pointer(kind.element)) if isinstance(kind, m.Slice) else UNKNOWN


def _always(kind: m.Type) -> Callable[[Checker, e.Call, Scope], Operand]:
    return lambda _checker, _expression, _scope: value_of(kind)


def _nothing(checker: Checker, expression: e.Call, scope: Scope) -> Operand:
    return Operand(Mode.NOTHING)


_BUILTINS: dict[str, Callable[[Checker, e.Call, Scope], Operand]] = {
    "len": _length,
    "cap": _length,
    "append": _same,
    "copy": _always(universe.INT),
    "new": _new,
    "make": _make,
    "min": _extreme,
    "max": _extreme,
    "real": _part,
    "imag": _part,
    "complex": _complex,
    "recover": _always(universe.ANY),
    **dict.fromkeys(("panic", "print", "println", "close", "delete", "clear"), _nothing),
    "unsafe.Sizeof": _sizeof,
    "unsafe.Alignof": _alignof,
    "unsafe.Offsetof": _offsetof,
    "unsafe.Add": _always(universe.UNSAFE_POINTER),
    "unsafe.Slice": _slice,
    "unsafe.SliceData": _slice_data,
    "unsafe.String": _always(universe.STRING),
    "unsafe.StringData": _always(m.Pointer(universe.BASIC["byte"])),
}
