"""What an expression denotes, as far as declarations tell: its type, and its value when it is constant."""

from __future__ import annotations

from typing import TYPE_CHECKING

from golinkname_ls.golang.targets.target import Target
from golinkname_ls.golang.type_checker import calls, constants
from golinkname_ls.golang.type_checker.member_lookup import member
from golinkname_ls.golang.type_checker.operand import UNKNOWN, Mode, Operand, constant, of_type, value_of
from golinkname_ls.golang.types import model as m
from golinkname_ls.golang.types import universe
from golinkname_ls.syntax.expressions import expression as e

if TYPE_CHECKING:
    from golinkname_ls.golang.type_checker.checker import Checker
    from golinkname_ls.golang.type_checker.scope import Scope

_LITERALS = {"int": "int", "float": "float", "imaginary": "complex", "rune": "rune", "string": "string"}
_RANK = ["untyped int", "untyped rune", "untyped float", "untyped complex"]
_COMPARISONS = frozenset({"==", "!=", "<", "<=", ">", ">="})


def evaluate(checker: Checker, expression: e.Expression, scope: Scope) -> Operand:
    """What the expression denotes in a scope; unknown where declarations do not tell."""
    match expression:
        case e.Name():
            return checker.lookup(expression.name, scope) or UNKNOWN
        case e.Literal():
            try:
                kind = universe.UNTYPED[_LITERALS[expression.kind]]
                return constant(kind, constants.literal_value(expression))
            except constants.Incomputable:
                return UNKNOWN
        case e.Select():
            return _select(checker, expression, scope)
        case e.Index():
            return _index(checker, expression, scope)
        case e.Call():
            return calls.call(checker, expression, scope)
        case e.Star():
            inner = evaluate(checker, expression.operand, scope)
            if inner.is_type:
                return of_type(m.Pointer(inner.type))
            pointer = m.underlying(inner.type)
            return value_of(pointer.element) if isinstance(pointer, m.Pointer) else UNKNOWN
        case e.Unary():
            return _unary(checker, expression, scope)
        case e.Binary():
            return _binary(checker, expression, scope)
        case e.Composite():
            return value_of(_composite(checker, expression, scope))
        case e.FuncLiteral():
            return value_of(checker.signature(expression.type, scope))
        case e.Assertion():
            return value_of(checker.type(expression.type, scope))
        case e.Slicing():
            return value_of(_slicing(evaluate(checker, expression.operand, scope)))
        case _:
            return of_type(checker.type(expression, scope))


def string_value(literal: str) -> str:
    """The value of a string literal as written."""
    try:
        return str(constants.literal_value(e.Literal("string", literal)))
    except constants.Incomputable:
        return ""


def bits(kind: m.Type, target: Target) -> int:
    """The width of an integer type on the target, 0 for other types."""
    bare = m.underlying(kind)
    if not isinstance(bare, m.Basic) or bare.kind not in universe.INTEGERS or bare.untyped:
        return 0
    digits = bare.kind.lstrip("uint")
    return int(digits) if digits.isdigit() else 8 * target.platform.pointer_size


def convert(kind: m.Type, operand: Operand, target: Target) -> Operand:
    """`T(x)`: a constant when both allow it."""
    bare = m.underlying(kind)
    if operand.mode is Mode.CONSTANT and operand.value is not None and isinstance(bare, m.Basic):
        value = operand.value
        if bare.kind in universe.INTEGERS:
            number = constants.as_integer(value)
            return constant(kind, number) if number is not None else UNKNOWN
        if bare.kind in universe.STRINGS and isinstance(value, int) and not isinstance(value, bool):
            return constant(kind, chr(value) if 0 <= value <= 0x10FFFF else "\ufffd")
        if bare.kind != "unsafe.Pointer":
            return constant(kind, value)
    return value_of(kind)


def _select(checker: Checker, expression: e.Select, scope: Scope) -> Operand:
    inner = evaluate(checker, expression.operand, scope)
    name = expression.name
    if inner.mode is Mode.PACKAGE:
        if inner.name == "unsafe":
            if name == "Pointer":
                return of_type(universe.UNSAFE_POINTER)
            known = name in universe.UNSAFE_BUILTINS
            return Operand(Mode.BUILTIN, name=f"unsafe.{name}") if known else UNKNOWN
        return checker.find(inner.name, name, scope.package.path) or UNKNOWN
    found = member(checker, inner.type, name, scope.package.path)
    if found is None:
        return UNKNOWN
    kind, is_method = found
    if is_method and isinstance(kind, m.Signature) and inner.is_type:
        named = any(p.name for p in kind.parameters)
        own = kind.receiver.name if kind.receiver is not None else ""
        first = m.Parameter(inner.type, (own or "_") if named else "")
        return value_of(m.Signature((first, *kind.parameters), kind.results, kind.variadic))
    return UNKNOWN if inner.is_type else value_of(kind)


def _index(checker: Checker, expression: e.Index, scope: Scope) -> Operand:
    inner = evaluate(checker, expression.operand, scope)
    if inner.is_type:
        arguments = tuple(checker.type(a, scope) for a in expression.arguments)
        if inner.parameters:
            bindings = dict(zip(inner.parameters, arguments, strict=False))
            return of_type(checker.substitute(inner.type, bindings))
        return of_type(checker.instance(inner.type, arguments)) if isinstance(inner.type, m.Named) else UNKNOWN
    kind = m.underlying(inner.type)
    if isinstance(kind, m.Signature) and kind.type_parameters:
        return calls.instantiate(checker, kind, tuple(checker.type(a, scope) for a in expression.arguments))
    if isinstance(kind, m.Pointer):
        kind = m.underlying(kind.element)
    if isinstance(kind, m.Slice | m.Array | m.Map):
        return value_of(kind.element)
    if isinstance(kind, m.Basic) and kind.kind in universe.STRINGS:
        return value_of(universe.BASIC["byte"])
    return UNKNOWN


def _unary(checker: Checker, expression: e.Unary, scope: Scope) -> Operand:
    inner = evaluate(checker, expression.operand, scope)
    if inner.type is m.INVALID:
        return UNKNOWN
    if expression.operator == "&":
        return value_of(m.Pointer(inner.type))
    if expression.operator == "<-":
        channel = m.underlying(inner.type)
        return value_of(channel.element) if isinstance(channel, m.Chan) else UNKNOWN
    if inner.mode is Mode.CONSTANT and inner.value is not None:
        bare = m.underlying(inner.type)
        unsigned = isinstance(bare, m.Basic) and bare.kind in universe.UNSIGNED
        width = bits(inner.type, checker.packages.target) if unsigned else 0
        try:
            return constant(inner.type, constants.unary(expression.operator, inner.value, width))
        except constants.Incomputable:
            return UNKNOWN
    return value_of(inner.type)


def _binary(checker: Checker, expression: e.Binary, scope: Scope) -> Operand:
    left, right = (evaluate(checker, side, scope) for side in (expression.left, expression.right))
    operator = expression.operator
    if left.type is m.INVALID or right.type is m.INVALID:
        return value_of(universe.UNTYPED["bool"]) if operator in _COMPARISONS else UNKNOWN
    constant_sides = left.value is not None and right.value is not None
    try:
        if operator in ("<<", ">>"):
            if left.value is not None and right.value is not None:
                whole = left.type
                if isinstance(whole, m.Basic) and whole.untyped and whole.kind != "untyped rune":
                    whole = universe.UNTYPED["int"]
                return constant(whole, constants.shift(operator, left.value, right.value))
            return value_of(universe.default_type(left.type))
        if operator in _COMPARISONS:
            kind = universe.UNTYPED["bool"]
            if left.value is not None and right.value is not None:
                return constant(kind, constants.compare(operator, left.value, right.value))
            return value_of(kind)
        result = joined(left.type, right.type)
        if constant_sides and left.value is not None and right.value is not None:
            bare = m.underlying(result)
            integers = isinstance(bare, m.Basic) and bare.kind in universe.INTEGERS
            value = constants.binary(operator, left.value, right.value, integers)
            return constant(result, _wrapped(value, result, checker.packages.target))
        return value_of(result)
    except constants.Incomputable:
        return UNKNOWN


def _wrapped(value: constants.Value, kind: m.Type, target: Target) -> constants.Value:
    """An integer as its type holds it: no constant expression overflows, but what the optimiser computes may."""
    width, bare = bits(kind, target), m.underlying(kind)
    if not width or isinstance(value, bool) or not isinstance(value, int) or not isinstance(bare, m.Basic):
        return value
    value &= (1 << width) - 1
    return value - (1 << width) if not bare.kind.startswith("u") and value >> (width - 1) else value


def joined(left: m.Type, right: m.Type) -> m.Type:
    """The type of an operation on two operands: the typed one's, else the later of the untyped kinds."""
    if isinstance(left, m.Basic) and left.untyped:
        if isinstance(right, m.Basic) and right.kind in _RANK and left.kind in _RANK:
            return max(left, right, key=lambda t: _RANK.index(t.kind))
        return right
    return left


def _composite(checker: Checker, expression: e.Composite, scope: Scope) -> m.Type:
    if not isinstance(expression.type, e.ArrayType) or expression.type.length is not None:
        return checker.type(expression.type, scope)
    length, at = 0, 0
    for key in expression.keys:
        if key is not None:
            found = evaluate(checker, key, scope).value
            number = constants.as_integer(found) if found is not None else None
            if number is None:
                return m.Array(None, checker.type(expression.type.element, scope))
            at = number
        at += 1
        length = max(length, at)
    return m.Array(length, checker.type(expression.type.element, scope))


def _slicing(operand: Operand) -> m.Type:
    kind = m.underlying(operand.type)
    if isinstance(kind, m.Pointer):
        kind = m.underlying(kind.element)
    if isinstance(kind, m.Array):
        return m.Slice(kind.element)
    if isinstance(kind, m.Basic) and kind.kind == "untyped string":
        return universe.STRING
    return operand.type
