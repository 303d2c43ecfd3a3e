"""Initial data of package-level vars: what the compiler writes to object files (cmd/compile/internal/staticinit).

    var a = 7          → data
    var b = [4]int{}   → none: the linker makes zeros
    var c = &a         → data: an address
    var d = f()        → perhaps: some releases compute it, where f can be inlined

Data is a literal, a constant, an address, the value of a func. What else a release computes is not followed.
"""

from __future__ import annotations

from golinkname_ls.golang.type_checker.checker import Checker
from golinkname_ls.golang.type_checker.file_scope import Scope
from golinkname_ls.golang.type_checker.operand import UNKNOWN, Mode
from golinkname_ls.golang.type_checker.package_source import Package
from golinkname_ls.golang.types import model as m
from golinkname_ls.syntax.expressions import expression as e
from golinkname_ls.syntax.expressions.parser import parse_expression, parse_type
from golinkname_ls.syntax.files.source_file import SourceFile
from golinkname_ls.syntax.items.declarations import FuncDeclaration, Import, VarDeclaration


def has_initial_data(checker: Checker, path: str, source: SourceFile, declaration: VarDeclaration) -> bool | None:
    """Whether a var declared in a file of the package `path` has initial data; None for perhaps."""
    if not declaration.initial:
        return _is_embedded(source, declaration)
    written = source.written(declaration).decode("utf-8", "replace")
    return initial_value_is_data(checker, path, source.outline.imports, declaration, written.partition("=")[2].strip())


def initial_value_is_data(
    checker: Checker, path: str, imports: tuple[Import, ...], declaration: VarDeclaration, written: str
) -> bool | None:
    """Whether a var with the initial value `written` ("" where unknown) has initial data; None for perhaps."""
    package = checker.packages.package(path, path)
    if not declaration.initial or declaration.results > 1 or package is None:
        return False
    scope, plain = Scope(package, imports), declaration.initial in ("static", "zero")
    value = parse_expression(written)
    found = checker.evaluate(value, scope) if value is not None else UNKNOWN
    if declaration.type and written != "nil" and _is_interface(checker.type(parse_type(declaration.type), scope)):
        return True if plain or found.mode is Mode.CONSTANT else None
    if found.mode is Mode.CONSTANT:
        return bool(found.value)
    if plain and not _looks_into(value) and "map[" not in written:
        return declaration.initial == "static"
    if isinstance(value, e.Composite) and isinstance(m.underlying(found.type), m.Map):
        return False
    return True if value is not None and _is_func(checker, value, scope) else None


def _looks_into(value: e.Expression | None) -> bool:
    """Whether an initial value dereferences a pointer, or is the address of a part of something."""
    if isinstance(value, e.Unary) and value.operator == "&":
        return not isinstance(value.operand, e.Composite | e.Name)
    return isinstance(value, e.Star)


def _is_interface(kind: m.Type) -> bool:
    return not isinstance(kind, m.TypeParameter) and isinstance(m.underlying(kind), m.Interface)


def _is_func(checker: Checker, value: e.Expression, scope: Scope) -> bool:
    """Whether an expression is the name of a func."""
    package: Package | None = scope.package
    if isinstance(value, e.Select) and isinstance(value.operand, e.Name):
        path = checker.imported(scope).get(value.operand.name)
        package = checker.packages.package(path, scope.package.path) if path is not None else None
    elif not isinstance(value, e.Name):
        return False
    declared = package.declared(value.name) if package is not None else None
    return declared is not None and isinstance(declared.declaration, FuncDeclaration)


def _is_embedded(source: SourceFile, declaration: VarDeclaration) -> bool:
    """Whether a `//go:embed` stands over the var: it holds a pointer even to an empty file.

    cmd/compile/internal/staticdata/embed.go, WriteEmbed (1.27.3).
    """
    if not any(spec.path == "embed" for spec in source.outline.imports):
        return False
    place = source.outline.place(declaration)
    for line in reversed(source.data[: place.span.start if place is not None else 0].split(b"\n")[:-1]):
        text = line.strip()
        if text.startswith((b"//go:embed ", b"//go:embed\t")):
            return True
        if text and not text.startswith(b"//"):
            return False
    return False
