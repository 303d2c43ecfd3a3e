"""Evaluation of types and expressions as written: the type that one denotes, and its value when it is constant.

In a file of `package runtime`: `[2]uintptr{}` → a value of the type `[2]uintptr`; `len(buildVersion)` → a value of the
type int; `1 << (goarch.PtrSize * 8 - 1)` → an untyped constant. Without func bodies: what only those tell is unknown.
"""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable
from typing import Any

from golinkname_ls.golang.sizes.layout import Sizes
from golinkname_ls.golang.type_checker import constant_arithmetic as constants
from golinkname_ls.golang.type_checker import operators
from golinkname_ls.golang.type_checker.builtin_funcs import BuiltinCall, call_builtin, is_builtin
from golinkname_ls.golang.type_checker.file_scope import Scope
from golinkname_ls.golang.type_checker.member_lookup import field_or_method
from golinkname_ls.golang.type_checker.name_lookup import NameLookup
from golinkname_ls.golang.type_checker.operand import UNKNOWN, Mode, Operand, constant, of_type, value_of
from golinkname_ls.golang.type_checker.package_source import Package, Packages
from golinkname_ls.golang.types import model as m
from golinkname_ls.golang.types import universe
from golinkname_ls.golang.types.components import substitute
from golinkname_ls.golang.types.inference import inferred, instantiated
from golinkname_ls.syntax.expressions import expression as e

_LITERALS = {"int": "int", "float": "float", "imaginary": "complex", "rune": "rune", "string": "string"}


class Evaluator(NameLookup):
    """Evaluator of types and expressions in one target's packages, without function bodies."""

    def __init__(self, packages: Packages, sizes: Sizes | None = None, base: NameLookup | None = None) -> None:
        """Evaluator for `packages`; `sizes` (the compiler's by default) decide constants like unsafe.Sizeof."""
        super().__init__(packages, base)
        self.sizes = sizes or Sizes.of(packages.target.platform)
        self._instances: dict[tuple[m.Named, tuple[m.Type, ...]], m.Named] = {}

    @abstractmethod
    def method(self, kind: m.Named, name: str) -> m.Signature | None:
        """Signature, with its receiver, of a method declared on a named type; None when it declares none."""

    def evaluate(self, expression: e.Expression, scope: Scope) -> Operand:
        """Operand that an expression denotes in a scope; unknown where declarations alone do not tell."""
        form = _FORMS.get(type(expression))
        return form(self, expression, scope) if form is not None else of_type(self.type(expression, scope))

    def type(self, expression: e.Expression | None, scope: Scope) -> m.Type:
        """Type that an expression denotes in a scope; invalid when it denotes none or cannot be resolved."""
        match expression:
            case None:
                return m.INVALID
            case e.Name() | e.Select() | e.Index():
                found = self.evaluate(expression, scope)
                return found.type if found.is_type else m.INVALID
            case e.Star():
                return m.Pointer(self.type(expression.operand, scope))
            case e.SliceType():
                return m.Slice(self.type(expression.element, scope))
            case e.ArrayType():
                return m.Array(self._length(expression.length, scope), self.type(expression.element, scope))
            case e.MapType():
                return m.Map(self.type(expression.key, scope), self.type(expression.element, scope))
            case e.ChanType():
                return m.Chan(expression.direction, self.type(expression.element, scope))
            case e.FuncType():
                return self.signature(expression, scope)
            case e.StructType():
                return m.Struct(tuple(self._field(f, scope) for f in expression.fields))
            case e.InterfaceType():
                return self._interface(expression, scope)
            case e.UnionType():
                return m.Union(tuple(m.Term(t.tilde, self.type(t.type, scope)) for t in expression.terms))
            case _:
                return m.INVALID

    def signature(
        self, func: e.FuncType, scope: Scope, type_parameters: tuple[m.TypeParameter, ...] = ()
    ) -> m.Signature:
        """The signature that a func type denotes in a scope."""
        results = tuple(self._parameter(p, scope) for p in func.results)
        parameters = tuple(self._parameter(p, scope) for p in func.parameters)
        variadic = bool(func.parameters) and func.parameters[-1].variadic
        return m.Signature(parameters, results, variadic, type_parameters)

    def instance(self, generic: m.Named, arguments: tuple[m.Type, ...]) -> m.Type:
        """Instance of a generic type with its type arguments; the same arguments give the same object."""
        if len(arguments) != len(generic.parameters):
            return m.INVALID
        known = self._instances.get((generic, arguments))
        if known is None:
            bindings = dict(zip(generic.parameters, arguments, strict=True))
            known = m.Named(
                generic.path,
                generic.name,
                lambda: substitute(generic.underlying, bindings, self.instance),
                arguments=arguments,
                origin=generic,
            )
            self._instances[(generic, arguments)] = known
        return known

    def _parameter(self, parameter: e.Parameter, scope: Scope) -> m.Parameter:
        kind = self.type(parameter.type, scope)
        return m.Parameter(m.Slice(kind) if parameter.variadic else kind, parameter.name)

    def _field(self, field: e.Field, scope: Scope) -> m.Field:
        kind = self.type(field.type, scope)
        tag = _string_value(field.tag) if field.tag else ""
        return m.Field(field.name, kind, field.embedded, tag, _owner(field.name, scope.package))

    def _interface(self, interface: e.InterfaceType, scope: Scope) -> m.Type:
        methods = [
            m.Method(x.name, self.signature(x.type, scope), _owner(x.name, scope.package)) for x in interface.methods
        ]
        # go/types sorts methods: exported ones first, then by name and package (object.go, less).
        methods.sort(key=lambda x: (bool(x.package), x.name, x.package))
        return m.Interface(tuple(methods), tuple(self.type(x, scope) for x in interface.embedded))

    def _length(self, length: e.Expression | None, scope: Scope) -> int | None:
        number = self._integer(length, scope) if length is not None else None
        return number if number is not None and number >= 0 else None

    def _integer(self, expression: e.Expression, scope: Scope) -> int | None:
        value = self.evaluate(expression, scope).value
        return constants.as_integer(value) if value is not None else None

    def _name(self, expression: e.Name, scope: Scope) -> Operand:
        return self.lookup(expression.name, scope) or UNKNOWN

    def _literal(self, expression: e.Literal, _scope: Scope) -> Operand:
        try:
            return constant(universe.UNTYPED[_LITERALS[expression.kind]], constants.literal_value(expression))
        except constants.Incomputable:
            return UNKNOWN

    def _composite(self, expression: e.Composite, scope: Scope) -> Operand:
        if not isinstance(expression.type, e.ArrayType) or expression.type.length is not None:
            return value_of(self.type(expression.type, scope))
        element = self.type(expression.type.element, scope)
        length, at = 0, 0
        for key in expression.keys:
            number = self._integer(key, scope) if key is not None else at
            if number is None:
                return value_of(m.Array(None, element))
            at = number + 1
            length = max(length, at)
        return value_of(m.Array(length, element))

    def _of_type(self, expression: e.FuncLiteral | e.Assertion, scope: Scope) -> Operand:
        return value_of(self.type(expression.type, scope))

    def _select(self, expression: e.Select, scope: Scope) -> Operand:
        inner = self.evaluate(expression.operand, scope)
        if inner.mode is Mode.PACKAGE:
            return self._of_package(inner.name, expression.name, scope)
        found = field_or_method(inner.type, expression.name, scope.package.path, self.method)
        if found is None:
            return UNKNOWN
        kind, is_method = found
        if not inner.is_type:
            return value_of(kind)
        if not is_method or not isinstance(kind, m.Signature):
            return UNKNOWN
        # A method expression: the receiver is the first parameter.
        named = any(p.name for p in kind.parameters)
        own = kind.receiver.name if kind.receiver is not None else ""
        first = m.Parameter(inner.type, (own or "_") if named else "")
        return value_of(m.Signature((first, *kind.parameters), kind.results, kind.variadic))

    def _of_package(self, path: str, name: str, scope: Scope) -> Operand:
        if path != "unsafe":
            return self.find(path, name, scope.package.path) or UNKNOWN
        if name == "Pointer":
            return of_type(universe.UNSAFE_POINTER)
        return Operand(Mode.BUILTIN, name=f"unsafe.{name}") if is_builtin(f"unsafe.{name}") else UNKNOWN

    def _index(self, expression: e.Index, scope: Scope) -> Operand:
        inner = self.evaluate(expression.operand, scope)
        if inner.is_type:
            arguments = self._types(expression.arguments, scope)
            if inner.parameters:
                bindings = dict(zip(inner.parameters, arguments, strict=False))
                return of_type(substitute(inner.type, bindings, self.instance))
            return of_type(self.instance(inner.type, arguments)) if isinstance(inner.type, m.Named) else UNKNOWN
        kind = m.underlying(inner.type)
        if isinstance(kind, m.Signature) and kind.type_parameters:
            return value_of(instantiated(kind, self._types(expression.arguments, scope), self.instance))
        kind = operators.pointed(kind)
        if isinstance(kind, m.Slice | m.Array | m.Map):
            return value_of(kind.element)
        return value_of(universe.BASIC["byte"]) if universe.has_kind(kind, universe.STRINGS) else UNKNOWN

    def _types(self, expressions: tuple[e.Expression, ...], scope: Scope) -> tuple[m.Type, ...]:
        return tuple(self.type(x, scope) for x in expressions)

    def _call(self, expression: e.Call, scope: Scope) -> Operand:
        function = self.evaluate(expression.function, scope)
        if function.is_type:
            if len(expression.arguments) != 1:
                return UNKNOWN
            return operators.convert(function.type, self.evaluate(expression.arguments[0], scope), self.packages.target)
        if function.mode is Mode.BUILTIN:
            return call_builtin(
                BuiltinCall(function.name, expression.arguments, self.sizes, lambda a: self.evaluate(a, scope))
            )
        signature: m.Type | None = m.underlying(function.type)
        if isinstance(signature, m.Signature) and signature.type_parameters:
            types: list[m.Type] = []
            for argument in expression.arguments:
                kind = self.evaluate(argument, scope).type
                types.extend(kind.types if isinstance(kind, m.Tuple) else (kind,))
            signature = inferred(signature, types, expression.spread, self.instance)
        if not isinstance(signature, m.Signature):
            return UNKNOWN
        results = tuple(r.type for r in signature.results)
        if not results:
            return Operand(Mode.NOTHING)
        return value_of(results[0] if len(results) == 1 else m.Tuple(results))

    def _star(self, expression: e.Star, scope: Scope) -> Operand:
        inner = self.evaluate(expression.operand, scope)
        if inner.is_type:
            return of_type(m.Pointer(inner.type))
        pointer = m.underlying(inner.type)
        return value_of(pointer.element) if isinstance(pointer, m.Pointer) else UNKNOWN

    def _unary(self, expression: e.Unary, scope: Scope) -> Operand:
        return operators.unary(expression.operator, self.evaluate(expression.operand, scope), self.packages.target)

    def _binary(self, expression: e.Binary, scope: Scope) -> Operand:
        left, right = self.evaluate(expression.left, scope), self.evaluate(expression.right, scope)
        return operators.binary(expression.operator, left, right, self.packages.target)

    def _slicing(self, expression: e.Slicing, scope: Scope) -> Operand:
        return value_of(operators.sliced_type(self.evaluate(expression.operand, scope).type))


_FORMS: dict[type, Callable[[Evaluator, Any, Scope], Operand]] = {
    e.Name: Evaluator._name,
    e.Literal: Evaluator._literal,
    e.Select: Evaluator._select,
    e.Index: Evaluator._index,
    e.Call: Evaluator._call,
    e.Star: Evaluator._star,
    e.Unary: Evaluator._unary,
    e.Binary: Evaluator._binary,
    e.Composite: Evaluator._composite,
    e.FuncLiteral: Evaluator._of_type,
    e.Assertion: Evaluator._of_type,
    e.Slicing: Evaluator._slicing,
}
"""How each form of expression is evaluated; the others are types."""


def _string_value(literal: str) -> str:
    """The value of a string literal as written."""
    try:
        return str(constants.literal_value(e.Literal("string", literal)))
    except constants.Incomputable:
        return ""


def _owner(name: str, package: Package) -> str:
    """The path that an unexported name belongs to, "" for an exported one."""
    return "" if name[:1].isupper() else package.path
