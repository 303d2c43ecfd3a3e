"""Resolves declarations into types, lazily, for one target: the part of go/types that needs no function bodies."""

from __future__ import annotations

import functools

from golinkname_ls.golang.sizes.layout import Sizes
from golinkname_ls.golang.type_checker import expressions
from golinkname_ls.golang.type_checker.constants import as_integer
from golinkname_ls.golang.type_checker.operand import UNKNOWN, Mode, Operand, constant, of_type, value_of
from golinkname_ls.golang.type_checker.package_source import Declared, Package, Packages
from golinkname_ls.golang.type_checker.scope import Scope
from golinkname_ls.golang.types import model as m
from golinkname_ls.golang.types import universe
from golinkname_ls.golang.types.substitution import substitute
from golinkname_ls.syntax.expressions import expression as e
from golinkname_ls.syntax.expressions.parser import (
    parse_expression,
    parse_parameters,
    parse_signature,
    parse_type,
    parse_type_parameters,
)
from golinkname_ls.syntax.items.declarations import (
    ConstDeclaration,
    FuncDeclaration,
    Import,
    TypeDeclaration,
    VarDeclaration,
)


class Checker:
    """The types of one target's packages; everything is resolved when first asked for and then kept."""

    def __init__(
        self,
        packages: Packages,
        sizes: Sizes | None = None,
        keep_aliases: bool = False,
        base: Checker | None = None,
    ) -> None:
        """Resolve for `packages`' target; `sizes` (the compiler's by default) decide constants like unsafe.Sizeof.

        With `keep_aliases`, an alias is a named type of its own: for showing types as written, never for comparing.
        What `base` has packages for stays its own, and is resolved there once for many checkers.
        """
        self.packages = packages
        self._base = base
        self.sizes = sizes or Sizes.of(packages.target.platform)
        self._keep_aliases = keep_aliases
        self._objects: dict[tuple[str, str], Operand] = {}
        self._imports: dict[tuple[str, tuple[Import, ...]], dict[str, str]] = {}
        self._instances: dict[tuple[m.Named, tuple[m.Type, ...]], m.Named] = {}
        self._open: set[tuple[str, str]] = set()

    def object(self, package: Package, name: str) -> Operand | None:
        """What a package declares under a name, None when it declares none such."""
        if self._base is not None and self._base.packages.package(package.path, package.path) is package:
            return self._base.object(package, name)
        key = (package.path, name)
        if key in self._objects:
            return self._objects[key]
        declared = package.declared(name)
        if declared is None:
            return None
        if key in self._open:
            return UNKNOWN
        self._open.add(key)
        try:
            found = self._resolve(package, declared)
        finally:
            self._open.discard(key)
        # A recursive type has put its name there already; it must stay the one object.
        return self._objects.setdefault(key, found)

    def find(self, path: str, name: str, importer: str = "") -> Operand | None:
        """What the package of an import path declares under a name."""
        package = self.packages.package(path, importer)
        return self.object(package, name) if package is not None else None

    def lookup(self, name: str, scope: Scope) -> Operand | None:
        """What a name means in a scope, packages too; None when nothing declares it."""
        bound = scope.type_parameters.get(name)
        if bound is not None:
            return of_type(bound)
        local = scope.locals.get(name)
        if local is not None:
            return local
        found = self.object(scope.package, name)
        if found is not None:
            return found
        path = self.imported(scope).get(name)
        if path is not None:
            return Operand(Mode.PACKAGE, name=path)
        for spec in scope.imports:
            if spec.name == "." and name[:1].isupper():
                found = self.find(spec.path, name, scope.package.path)
                if found is not None:
                    return found
        return self._predeclared(name, scope)

    def imported(self, scope: Scope) -> dict[str, str]:
        """The packages that a file imports: name to path."""
        key = (scope.package.path, scope.imports)
        if key not in self._imports:
            self._imports[key] = {
                spec.name or self._package_name(spec.path, scope.package.path): spec.path
                for spec in scope.imports
                if spec.name not in ("_", ".")
            }
        return self._imports[key]

    def type(self, expression: e.Expression | None, scope: Scope) -> m.Type:
        """The type that an expression denotes; invalid when it denotes none or cannot be resolved."""
        match expression:
            case None:
                return m.INVALID
            case e.Name() | e.Select() | e.Index():
                found = expressions.evaluate(self, expression, scope)
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
        """The signature that a func type means in a scope."""
        results = tuple(self._parameter(p, scope) for p in func.results)
        parameters = tuple(self._parameter(p, scope) for p in func.parameters)
        variadic = bool(func.parameters) and func.parameters[-1].variadic
        return m.Signature(parameters, results, variadic, type_parameters)

    def instance(self, generic: m.Named, arguments: tuple[m.Type, ...]) -> m.Type:
        """The generic type with its type arguments; the same arguments give the same object."""
        if len(arguments) != len(generic.parameters):
            return m.INVALID
        known = self._instances.get((generic, arguments))
        if known is None:
            bindings = dict(zip(generic.parameters, arguments, strict=True))
            known = m.Named(
                generic.path,
                generic.name,
                lambda: self.substitute(generic.underlying, bindings),
                arguments=arguments,
                origin=generic,
            )
            self._instances[(generic, arguments)] = known
        return known

    def substitute(self, kind: m.Type, bindings: dict[m.TypeParameter, m.Type]) -> m.Type:
        """The type with its type parameters replaced."""
        return substitute(kind, bindings, self.instance)

    def method(self, kind: m.Named, name: str) -> m.Signature | None:
        """The signature (with its receiver) of a method declared on a named type, None when it has none such."""
        package = self.packages.package(kind.path, kind.path) if kind.path else None
        declared = package.methods(kind.name).get(name) if package is not None else None
        return self.method_signature(package, declared, kind) if package is not None and declared else None

    def method_signature(self, package: Package, declared: Declared, kind: m.Named | None = None) -> m.Signature:
        """The signature of a method; on an instance (`kind`) with its type arguments filled in."""
        func = declared.declaration
        assert isinstance(func, FuncDeclaration)
        receivers = parse_parameters(func.receiver) or (e.Parameter("", e.Name(func.receiver_base)),)
        written = receivers[0].type.operand if isinstance(receivers[0].type, e.Star) else receivers[0].type
        names = [a.name if isinstance(a, e.Name) else "_" for a in getattr(written, "arguments", ())]
        base = self.object(package, func.receiver_base)
        origin = base.type if base is not None else m.INVALID
        bound: dict[str, m.Type] = {}
        if isinstance(origin, m.Named) and names:
            if kind is not None and kind.arguments:
                bound = dict(zip(names, kind.arguments, strict=False))
            else:
                bound = self._receiver_parameters(names, origin)
        scope = Scope(package, declared.imports, {k: v for k, v in bound.items() if k != "_"})
        parameters, scope = self._type_parameters(func.type_parameters, scope)
        parsed = parse_signature(func.signature)
        if parsed is None:
            return m.Signature((m.Parameter(m.INVALID),), ())
        read = self.signature(parsed, scope, parameters)
        receiver = m.Parameter(self.type(receivers[0].type, scope), receivers[0].name)
        return m.Signature(read.parameters, read.results, read.variadic, parameters, receiver)

    def _receiver_parameters(self, names: list[str], origin: m.Named) -> dict[str, m.Type]:
        # A receiver gives the type's parameters names of its own.
        own = [m.TypeParameter(n, p.bound) for n, p in zip(names, origin.parameters, strict=False)]
        return {p.name: p for p in own}

    def _package_name(self, path: str, importer: str) -> str:
        package = self.packages.package(path, importer) if path not in ("unsafe", "C") else None
        if package is not None:
            return package.name
        # As goimports guesses: a major version's element names the package before it.
        last, _, rest = path[::-1].partition("/")
        word = last[::-1]
        if rest and word[:1] == "v" and word[1:].isdigit():
            word = rest[::-1].rsplit("/", 1)[-1]
        return word.removeprefix("go-").split(".", 1)[0]

    def _predeclared(self, name: str, scope: Scope) -> Operand | None:
        if name in universe.TYPES:
            return of_type(universe.TYPES[name])
        if name in universe.CONSTANTS:
            return constant(universe.UNTYPED["bool"], universe.CONSTANTS[name])
        if name == "iota" and scope.iota is not None:
            return constant(universe.UNTYPED["int"], scope.iota)
        if name == "nil":
            return value_of(universe.UNTYPED["nil"])
        return Operand(Mode.BUILTIN, name=name) if name in universe.BUILTINS else None

    def _resolve(self, package: Package, declared: Declared) -> Operand:
        declaration = declared.declaration
        scope = Scope(package, declared.imports)
        if isinstance(declaration, TypeDeclaration):
            return self._type_declaration(package, declaration, scope)
        if isinstance(declaration, ConstDeclaration):
            return self._constant(declaration, scope)
        if isinstance(declaration, VarDeclaration):
            return value_of(self._variable(declaration, scope))
        parameters, inner = self._type_parameters(declaration.type_parameters, scope)
        parsed = parse_signature(declaration.signature)
        return value_of(self.signature(parsed, inner, parameters)) if parsed is not None else UNKNOWN

    def _type_declaration(self, package: Package, declaration: TypeDeclaration, scope: Scope) -> Operand:
        parameters, inner = self._type_parameters(declaration.type_parameters, scope)
        text = parse_type(declaration.type)
        if declaration.is_alias and not (self._keep_aliases and not parameters):
            return Operand(Mode.TYPE, self.type(text, inner), parameters=parameters)
        named = m.Named(
            package.path, declaration.name, lambda: m.underlying(self.type(text, inner)), parameters=parameters
        )
        return self._objects.setdefault((package.path, declaration.name), of_type(named))

    def _constant(self, declaration: ConstDeclaration, scope: Scope) -> Operand:
        scope = Scope(scope.package, scope.imports, iota=declaration.iota)
        parsed = parse_expression(declaration.value)
        found = expressions.evaluate(self, parsed, scope) if parsed is not None else UNKNOWN
        if declaration.type:
            kind = self.type(parse_type(declaration.type), scope)
            found = expressions.convert(kind, found, self.packages.target)
        return found if found.mode is Mode.CONSTANT else UNKNOWN

    def _variable(self, declaration: VarDeclaration, scope: Scope) -> m.Type:
        if declaration.type:
            return self.type(parse_type(declaration.type), scope)
        parsed = parse_expression(declaration.value)
        if parsed is None:
            return m.INVALID
        found = expressions.evaluate(self, parsed, scope)
        if declaration.results > 1 and not isinstance(found.type, m.Tuple):
            # v, ok = m[k], x.(T) or <-c.
            comma_ok = isinstance(parsed, e.Index | e.Assertion | e.Unary) and declaration.results == 2
            if not comma_ok:
                return m.INVALID
            return found.type if declaration.result == 0 else universe.BOOL
        if isinstance(found.type, m.Tuple):
            types = found.type.types
            return types[declaration.result] if declaration.result < len(types) == declaration.results else m.INVALID
        if found.mode not in (Mode.VALUE, Mode.CONSTANT):
            return m.INVALID
        return universe.default_type(found.type)

    def _type_parameters(self, text: str, scope: Scope) -> tuple[tuple[m.TypeParameter, ...], Scope]:
        parsed = parse_type_parameters(text) if text else ()
        if not parsed:
            return (), scope
        names: dict[str, m.Type] = {}
        inner = Scope(scope.package, scope.imports, {**scope.type_parameters}, scope.iota)
        bounds = {
            id(p.constraint): functools.cache(functools.partial(self._bound, p.constraint, inner)) for p in parsed
        }
        parameters = tuple(m.TypeParameter(p.name, bounds[id(p.constraint)]) for p in parsed)
        names = {p.name: p for p in parameters if p.name != "_"}
        assert isinstance(inner.type_parameters, dict)
        inner.type_parameters.update(names)
        return parameters, inner

    def _bound(self, constraint: e.Expression, scope: Scope) -> m.Type:
        kind = self.type(constraint, scope)
        # A constraint that is no interface stands for one that embeds it.
        is_interface = isinstance(m.underlying(kind), m.Interface) and not isinstance(kind, m.TypeParameter)
        return kind if is_interface else m.Interface(embedded=(kind,), implicit=True)

    def _parameter(self, parameter: e.Parameter, scope: Scope) -> m.Parameter:
        kind = self.type(parameter.type, scope)
        return m.Parameter(m.Slice(kind) if parameter.variadic else kind, parameter.name)

    def _field(self, field: e.Field, scope: Scope) -> m.Field:
        kind = self.type(field.type, scope)
        tag = expressions.string_value(field.tag) if field.tag else ""
        return m.Field(field.name, kind, field.embedded, tag, _owner(field.name, scope.package))

    def _interface(self, interface: e.InterfaceType, scope: Scope) -> m.Type:
        methods = [
            m.Method(x.name, self.signature(x.type, scope), _owner(x.name, scope.package)) for x in interface.methods
        ]
        # go/types sorts methods: exported ones first, then by name and package (object.go, less).
        methods.sort(key=lambda x: (bool(x.package), x.name, x.package))
        return m.Interface(tuple(methods), tuple(self.type(x, scope) for x in interface.embedded))

    def _length(self, length: e.Expression | None, scope: Scope) -> int | None:
        found = expressions.evaluate(self, length, scope) if length is not None else UNKNOWN
        number = as_integer(found.value) if found.value is not None else None
        return number if number is not None and number >= 0 else None


def _owner(name: str, package: Package) -> str:
    return "" if name[:1].isupper() else package.path
