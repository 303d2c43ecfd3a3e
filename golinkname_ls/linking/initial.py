"""What the compiler writes as a var's initial data (cmd/compile/internal/staticinit/sched.go, StaticAssign)."""

from __future__ import annotations

from fractions import Fraction

from golinkname_ls.golang.types import model as m
from golinkname_ls.golang.types.constants import Complex, Value
from golinkname_ls.golang.types.expressions import evaluate
from golinkname_ls.golang.types.operand import Mode
from golinkname_ls.golang.types.scope import Scope
from golinkname_ls.golang.types.universe import STRING
from golinkname_ls.linking.inlined import returned
from golinkname_ls.linking.program import Program
from golinkname_ls.linking.program_types import checker_of
from golinkname_ls.linking.verdict import Era, era
from golinkname_ls.syntax import expression as e
from golinkname_ls.syntax.declaration import FuncDeclaration, VarDeclaration
from golinkname_ls.syntax.expression_parser import parse_expression, parse_type
from golinkname_ls.syntax.source_file import SourceFile

_DEPTH = 8


class Initial:
    """The initial data of the vars of one package, for one file's names."""

    def __init__(self, program: Program, path: str, source: SourceFile) -> None:
        """`source` is a file of the package with the import path `path`."""
        self._program = program
        self._path = path
        self._source = source
        self._rules: Era = era(program.symbols.target.go)
        self._checker = checker_of(program, source)
        package = self._checker.packages.package(path, path)
        self._scope = Scope(package, source.outline.imports) if package is not None else None

    def content(self, declaration: VarDeclaration) -> bool | None:
        """Whether the object file holds data for the var; None where the initialiser cannot be read."""
        written = self._source.data[declaration.span.start : declaration.span.end].decode("utf-8", "replace")
        value = written.partition("=")[2].strip()
        if not value:
            return False
        parsed = parse_expression(value) if declaration.results == 1 else None
        if parsed is None or self._scope is None:
            return None
        declared = parse_type(declaration.type) if declaration.type else None
        if declared is not None and self._is_interface(self._checker.type(declared, self._scope)):
            return self._boxed(parsed, declaration, 0)
        return self._data(parsed, declaration, 0)

    def _data(self, value: e.Expression, of: VarDeclaration | None, depth: int) -> bool | None:
        """True for data, False for zeros or what is computed at run time; None where it is not known."""
        if self._scope is None or depth > _DEPTH:
            return None
        known = evaluate(self._checker, value, self._scope)
        if known.mode is Mode.CONSTANT and known.value is not None:
            return not _is_zero(known.value)
        match value:
            case e.Name("nil"):
                return False
            case e.Name(name):
                return self._named(name)
            case e.Select(e.Name(qualifier), name):
                path = self._checker.imported(self._scope).get(qualifier)
                if path is None:
                    return known.mode is Mode.VALUE and self._is_type(value.operand)
                package = self._checker.packages.package(path, self._path)
                found = package.declared(name) if package is not None else None
                if found is None:
                    # Of std's constants the catalog has those alone that types need; few are zero.
                    return True if path in self._program.symbols.catalog.paths else None
                return isinstance(found.declaration, FuncDeclaration)
            case e.Select():
                return self._is_type(value.operand)
            case e.Index(operand, _):
                return isinstance(operand, e.Name | e.Select) and self._data(operand, None, depth + 1) is True
            case e.FuncLiteral():
                return True
            case e.Unary("&", e.Name(name)):
                return isinstance(self._declared(name), VarDeclaration)
            case e.Call(function, (argument,)) if self._is_type(function):
                return self._converted(function, argument, depth)
            case e.Call(e.Select(e.Name("errors"), "New"), (e.Literal("string"),)):
                return self._rules.static_errors
            case e.Call(e.Name(name), ()) if not self._rules.types:  # Since 1.20 or 1.21; 1.20 was not measured.
                return self._returned(name, depth)
            case e.Call() | e.Slicing() | e.Star() | e.Assertion() | e.Binary():
                return False
            case e.Composite() | e.Unary("&") if of is not None:
                return {"static": True, "zero": False}.get(of.initial)
        return None

    def _converted(self, function: e.Expression, argument: e.Expression, depth: int) -> bool | None:
        assert self._scope is not None
        to = evaluate(self._checker, function, self._scope).type
        if self._is_interface(to):
            return self._boxed(argument, None, depth + 1)
        if m.underlying(to) == STRING:
            return False  # No constant: bytes are copied.
        if isinstance(m.underlying(to), m.Slice):
            text = evaluate(self._checker, argument, self._scope)
            return text.mode is Mode.CONSTANT and bool(text.value)
        return self._data(argument, None, depth + 1)

    def _boxed(self, value: e.Expression, of: VarDeclaration | None, depth: int) -> bool | None:
        """What an interface holds is data even where it is zero: its type is."""
        assert self._scope is not None
        known = evaluate(self._checker, value, self._scope)
        if known.mode is Mode.CONSTANT:
            return True
        if isinstance(value, e.Composite):
            return of.initial != "dynamic" if of is not None else True
        return self._data(value, of, depth)

    def _named(self, name: str) -> bool | None:
        found = self._declared(name)
        if isinstance(found, FuncDeclaration):
            return True
        if not isinstance(found, VarDeclaration):
            return None
        if found.initial != "static":
            return False if found.initial in ("", "zero", "dynamic") else None
        # Copied as it is (staticcopy), but for strings, which the linker's -X may write, and closures.
        known = self._checker.lookup(name, self._scope) if self._scope is not None else None
        closure = isinstance(parse_expression(found.value), e.FuncLiteral)
        return known is not None and m.underlying(known.type) != STRING and not closure

    def _returned(self, name: str, depth: int) -> bool | None:
        """The data of a call that the compiler puts its only `return` in the place of."""
        package = self._program.closure.packages[self._path]
        body = returned(package, self._program.symbols.target, self._source, name)
        inner = parse_expression(body) if body else None
        return inner is not None and self._data(inner, None, depth + 1) is True

    def _declared(self, name: str) -> object:
        found = self._scope.package.declared(name) if self._scope is not None else None
        return found.declaration if found is not None else None

    def _is_type(self, expression: e.Expression) -> bool:
        return self._scope is not None and evaluate(self._checker, expression, self._scope).is_type

    @staticmethod
    def _is_interface(kind: m.Type) -> bool:
        return isinstance(m.underlying(kind), m.Interface)


def _is_zero(value: Value) -> bool:
    if isinstance(value, Complex):
        return value.real == 0 and value.imaginary == 0
    return value == "" if isinstance(value, str) else value == (Fraction(0) if isinstance(value, Fraction) else 0)
