"""What the compiler has read by the time it reads a func of the package it compiles.

cmd/compile/internal/noder: first the vars' initial values with all they name (reader.go pkgInitOrder, 1.27.3:3549), then
the declarations in order (pkgDecls), whose types are read with all their fields and methods (objIdxMayFail, case
ObjType); the bodies come last.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from golinkname_ls.golang.types import model as m
from golinkname_ls.golang.types.expressions import evaluate
from golinkname_ls.golang.types.operand import Mode
from golinkname_ls.golang.types.packages import Package
from golinkname_ls.golang.types.parts import parts
from golinkname_ls.golang.types.scope import Scope
from golinkname_ls.golang.types.universe import COMPARABLE
from golinkname_ls.program.program import Program
from golinkname_ls.program.program_types import checker_of
from golinkname_ls.syntax.declaration import (
    ConstDeclaration,
    Declaration,
    FuncDeclaration,
    Import,
    TypeDeclaration,
    VarDeclaration,
)
from golinkname_ls.syntax.expression_parser import parse_expression
from golinkname_ls.syntax.source_file import SourceFile

_NAME = re.compile(r"(?<![\w.])([^\W\d]\w*)(?:\s*\.\s*([^\W\d]\w*))?")
# Of one pair of brackets within the other at most.
_MEASURED = re.compile(r"\bunsafe\.(?:Sizeof|Alignof|Offsetof)\((?:[^()]|\([^()]*\))*\)")
_NO_CODE = re.compile(r'"(?:\\.|[^"\\\n])*"|`[^`]*`|\'(?:\\.|[^\'\\\n])*\'|//[^\n]*|/\*.*?\*/', re.S)

# The compiler refuses generic types whose instances need ever others (types2/mono.go); while code is broken there may be such.
_MOST_INSTANCES = 200
_MOST_NESTED = 8


def read_before(program: Program, path: str, stub: str, source: SourceFile, owner: tuple[str, str]) -> bool:
    """Whether the func or type `owner` (import path and name) has been read when the compiler has read a stub's signature.

    `stub` is the name of the func, `source` its file, of the package `path`.
    """
    reading = _Reading(program, path, source)
    files = program.closure.packages[path].selected(program.symbols.target, source)
    # What cgo makes of files comes behind the others (cmd/go/internal/work/exec.go, 1.27.3: gofiles).
    sources = sorted(files, key=lambda file: (file.outline.header.imports_c, file.path.name))
    return any(owner in reading.known for _ in _steps(reading, sources, stub, source))


def _steps(reading: _Reading, sources: list[SourceFile], stub: str, source: SourceFile) -> Iterator[None]:
    """Read on, piece by piece, up to the stub."""
    own = re.compile(rf"(?<![\w.]){re.escape(stub)}(?!\w)")
    reading.declared(stub)
    yield
    for file in sources:
        for declaration in file.outline.declarations():
            if isinstance(declaration, VarDeclaration) and (value := _value(file, declaration)):
                reading.declared(declaration.name)
                called = own.search(value)
                reading.value(value[: called.start()] if called else value, file.outline.imports)
                yield
                if called:
                    return
    for file in sources:
        for declaration in file.outline.declarations():
            if file is source and declaration.name == stub and not _is_method(declaration):
                return
            reading.declaration(declaration, file.outline.imports)
            yield


def _is_method(declaration: Declaration) -> bool:
    return isinstance(declaration, FuncDeclaration) and declaration.is_method


def _value(file: SourceFile, declaration: VarDeclaration) -> str:
    written = file.data[declaration.span.start : declaration.span.end].decode("utf-8", "replace")
    return _NO_CODE.sub(" ", written).partition("=")[2].strip()


class _Reading:
    """What has been read so far: `known` are funcs, vars and types by import path and name."""

    def __init__(self, program: Program, path: str, source: SourceFile) -> None:
        self.known = set[tuple[str, str]]()
        self._types = set[m.Type]()
        self._instances = Counter[m.Named]()
        self._path = path
        self._checker = checker_of(program, source)
        self._package = self._checker.packages.package(path, path)

    def declaration(self, declaration: Declaration, imports: tuple[Import, ...]) -> None:
        """Read a declaration; of a func its signature, of a method its receiver's type."""
        if isinstance(declaration, FuncDeclaration | TypeDeclaration) and declaration.type_parameters:
            return
        if isinstance(declaration, TypeDeclaration) and self._is_constraint(declaration.name):
            return
        if isinstance(declaration, FuncDeclaration) and declaration.is_method:
            if "[" not in declaration.receiver:
                self.declared(declaration.receiver_base)
        elif declaration.name != "_":
            self.declared(declaration.name)
        elif isinstance(declaration, VarDeclaration):
            self.text(declaration.type, imports)
        elif isinstance(declaration, ConstDeclaration):
            # The type may be that of the value, which is a constant of that package then.
            self.text(declaration.type or declaration.value, imports)

    def declared(self, name: str) -> None:
        """Read what the package declares under a name."""
        if self._package is not None:
            self._object(self._package, name)

    def value(self, code: str, imports: tuple[Import, ...]) -> None:
        """Read what a var is given; of constants nothing is read but their type."""
        parsed = parse_expression(code)
        if parsed is not None and self._package is not None:
            found = evaluate(self._checker, parsed, Scope(self._package, imports))
            if found.mode is Mode.CONSTANT:
                return
        self.text(_MEASURED.sub(" ", code), imports)

    def text(self, code: str, imports: tuple[Import, ...]) -> None:
        """Read what a type or an expression names."""
        if self._package is None:
            return
        imported = self._checker.imported(Scope(self._package, imports))
        open_ = [self._checker.packages.package(i.path, self._path) for i in imports if i.name == "."]
        for first, second in _NAME.findall(code):
            path = imported.get(first)
            if path is not None and second:
                self._object(self._checker.packages.package(path, self._path), second)
            elif path is None:
                for package in (self._package, *open_):
                    self._object(package, first)

    def _is_constraint(self, name: str) -> bool:
        """Whether an interface is good for a type parameter's bound alone (noder/writer.go, pkgDecl)."""
        found = self._checker.object(self._package, name) if self._package is not None else None
        waiting = [m.underlying(found.type)] if found is not None else []
        while waiting:
            kind = waiting.pop()
            if not isinstance(kind, m.Interface):
                continue
            for embedded in kind.embedded:
                inner = m.underlying(embedded)
                if embedded is COMPARABLE or not isinstance(inner, m.Interface):
                    return True
                waiting.append(inner)
        return False

    def _object(self, package: Package | None, name: str) -> None:
        key = (package.path, name) if package is not None else ("", "")
        if package is None or key in self.known:
            return
        found = self._checker.object(package, name)
        if found is not None:
            self.known.add(key)
            self._type(found.type)

    def _type(self, kind: m.Type) -> None:
        waiting = [kind]
        while waiting:
            found = waiting.pop()
            waiting.extend(self._named(found) if isinstance(found, m.Named) else parts(found))

    def _named(self, kind: m.Named) -> Iterator[m.Type]:
        """What is read with a named type, the first time: all that it is made of, and the signatures of its methods."""
        if kind in self._types:
            return
        self._types.add(kind)
        self.known.add((kind.path, kind.name))
        yield from kind.arguments
        if kind.origin is not None:
            self._instances[kind.origin] += 1
            if self._instances[kind.origin] > _MOST_INSTANCES or _nested(kind) > _MOST_NESTED:
                return
        yield kind.underlying
        package = self._checker.packages.package(kind.path, kind.path) if kind.path else None
        if package is not None:
            for declared in package.methods(kind.name).values():
                yield self._checker.method_signature(package, declared, kind)


def _nested(kind: m.Type) -> int:
    """How many instances stand within each other."""
    if isinstance(kind, m.Named):
        return max((_nested(argument) for argument in kind.arguments), default=-1) + 1
    return max(map(_nested, parts(kind)), default=0)
