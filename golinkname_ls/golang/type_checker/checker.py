"""The type checker of one target: declarations resolved when first asked for, without func bodies (go/types).

`func (c *mcache) refill(spc spanClass)` → `func(spc runtime.spanClass)` with the receiver `c *runtime.mcache`.

What asks for each other in a circle is one class in three steps, each adding to the one before: names mean what
declarations declare (`NameLookup`), types and expressions are made of names (`Evaluator`), and declarations are made of
types and expressions (`Checker`).
"""

from __future__ import annotations

import functools

from golinkname_ls.golang.sizes.layout import Sizes
from golinkname_ls.golang.type_checker.expressions import Evaluator
from golinkname_ls.golang.type_checker.file_scope import Scope
from golinkname_ls.golang.type_checker.name_lookup import NameLookup
from golinkname_ls.golang.type_checker.operand import UNKNOWN, Mode, Operand, of_type, value_of
from golinkname_ls.golang.type_checker.operators import convert
from golinkname_ls.golang.type_checker.package_source import Declared, Package, Packages
from golinkname_ls.golang.types import model as m
from golinkname_ls.golang.types import universe
from golinkname_ls.syntax.expressions import expression as e
from golinkname_ls.syntax.expressions.parser import (
    parse_expression,
    parse_parameters,
    parse_type,
    parse_type_parameters,
)
from golinkname_ls.syntax.items.declarations import ConstDeclaration, FuncDeclaration, TypeDeclaration, VarDeclaration
from golinkname_ls.syntax.items.declared_signature import signature_of


class Checker(Evaluator):
    """Type checker of one target's packages: the types of their declarations and methods."""

    def __init__(
        self,
        packages: Packages,
        sizes: Sizes | None = None,
        keep_aliases: bool = False,
        base: NameLookup | None = None,
    ) -> None:
        """Checker of `packages`; `sizes` (the compiler's by default) decide constants like unsafe.Sizeof.

        With `keep_aliases`, an alias is a named type of its own: for showing types as written, never for comparing.
        The packages that `base` has are resolved there, once for many checkers.
        """
        super().__init__(packages, sizes, base)
        self._keep_aliases = keep_aliases

    def method(self, kind: m.Named, name: str) -> m.Signature | None:
        """Signature, with its receiver, of a method declared on a named type; None when it declares none."""
        package = self.packages.package(kind.path, kind.path) if kind.path else None
        declared = package.methods(kind.name).get(name) if package is not None else None
        return self.method_signature(package, declared, kind) if package is not None and declared else None

    def method_signature(self, package: Package, declared: Declared, kind: m.Named | None = None) -> m.Signature:
        """Signature of a declared method; for an instance (`kind`) with its type arguments filled in."""
        func = declared.declaration
        assert isinstance(func, FuncDeclaration)
        receivers = parse_parameters(func.receiver) or (e.Parameter("", e.Name(func.receiver_base)),)
        written = receivers[0].type.operand if isinstance(receivers[0].type, e.Star) else receivers[0].type
        names = [a.name if isinstance(a, e.Name) else "_" for a in getattr(written, "arguments", ())]
        base = self.object(package, func.receiver_base)
        bound: dict[str, m.Type] = {}
        if names and base is not None and isinstance(base.type, m.Named):
            arguments = kind.arguments if kind is not None else ()
            # A receiver gives the type's parameters names of its own.
            bound = dict(zip(names, arguments or _renamed(base.type.parameters, names), strict=False))
        scope = Scope(package, declared.imports, {k: v for k, v in bound.items() if k != "_"})
        read = self._func(func, scope)
        if read is None:
            return m.Signature((m.Parameter(m.INVALID),), ())
        receiver = m.Parameter(self.type(receivers[0].type, scope), receivers[0].name)
        return m.Signature(read.parameters, read.results, read.variadic, read.type_parameters, receiver)

    def _resolve(self, package: Package, declared: Declared) -> Operand:
        declaration = declared.declaration
        scope = Scope(package, declared.imports)
        match declaration:
            case TypeDeclaration():
                return self._type_declaration(package, declaration, scope)
            case ConstDeclaration():
                return self._constant(declaration, scope)
            case VarDeclaration():
                return value_of(self._variable(declaration, scope))
            case FuncDeclaration():
                signature = self._func(declaration, scope)
                return value_of(signature) if signature is not None else UNKNOWN

    def _type_declaration(self, package: Package, declaration: TypeDeclaration, scope: Scope) -> Operand:
        parameters, inner = self._type_parameters(declaration.type_parameters, scope)
        written = parse_type(declaration.type)
        if declaration.is_alias and not (self._keep_aliases and not parameters):
            return Operand(Mode.TYPE, self.type(written, inner), parameters=parameters)
        named = m.Named(
            package.path, declaration.name, lambda: m.underlying(self.type(written, inner)), parameters=parameters
        )
        # Known by its name before anything asks for the underlying type, which may mention it.
        return self._objects.setdefault((package.path, declaration.name), of_type(named))

    def _constant(self, declaration: ConstDeclaration, scope: Scope) -> Operand:
        scope = Scope(scope.package, scope.imports, iota=declaration.iota)
        parsed = parse_expression(declaration.value)
        found = self.evaluate(parsed, scope) if parsed is not None else UNKNOWN
        if declaration.type:
            found = convert(self.type(parse_type(declaration.type), scope), found, self.packages.target)
        return found if found.mode is Mode.CONSTANT else UNKNOWN

    def _variable(self, declaration: VarDeclaration, scope: Scope) -> m.Type:
        if declaration.type:
            return self.type(parse_type(declaration.type), scope)
        parsed = parse_expression(declaration.value)
        if parsed is None:
            return m.INVALID
        found = self.evaluate(parsed, scope)
        if isinstance(found.type, m.Tuple):
            types = found.type.types
            return types[declaration.result] if declaration.result < len(types) == declaration.results else m.INVALID
        if declaration.results > 1:
            # v, ok = m[k], x.(T) or <-c.
            comma_ok = isinstance(parsed, e.Index | e.Assertion | e.Unary) and declaration.results == 2
            if not comma_ok:
                return m.INVALID
            return found.type if declaration.result == 0 else universe.BOOL
        return universe.default_type(found.type) if found.mode in (Mode.VALUE, Mode.CONSTANT) else m.INVALID

    def _func(self, func: FuncDeclaration, scope: Scope) -> m.Signature | None:
        parameters, inner = self._type_parameters(func.type_parameters, scope)
        parsed = signature_of(func)
        return self.signature(parsed, inner, parameters) if parsed is not None else None

    def _type_parameters(self, text: str, scope: Scope) -> tuple[tuple[m.TypeParameter, ...], Scope]:
        """The type parameters of a list as written, and the scope of what they stand before."""
        parsed = parse_type_parameters(text) if text else ()
        if not parsed:
            return (), scope
        names = dict(scope.type_parameters)
        inner = Scope(scope.package, scope.imports, names, scope.iota)
        # Parameters declared together share one constraint, which may name any of the list.
        bounds = {
            id(p.constraint): functools.cache(functools.partial(self._bound, p.constraint, inner)) for p in parsed
        }
        parameters = tuple(m.TypeParameter(p.name, bounds[id(p.constraint)]) for p in parsed)
        names.update((p.name, p) for p in parameters if p.name != "_")
        return parameters, inner

    def _bound(self, constraint: e.Expression, scope: Scope) -> m.Type:
        kind = self.type(constraint, scope)
        # A constraint that is no interface stands for one that embeds it.
        is_interface = isinstance(m.underlying(kind), m.Interface) and not isinstance(kind, m.TypeParameter)
        return kind if is_interface else m.Interface(embedded=(kind,), implicit=True)


def _renamed(parameters: tuple[m.TypeParameter, ...], names: list[str]) -> tuple[m.TypeParameter, ...]:
    return tuple(m.TypeParameter(name, p.bound) for name, p in zip(names, parameters, strict=False))
