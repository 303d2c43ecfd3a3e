"""Packages of Go text, as the type checker asks for them, and what expressions mean in one of their files."""

from __future__ import annotations

from dataclasses import dataclass

from golinkname_ls.golang.targets.platform import Platform
from golinkname_ls.golang.targets.target import Target
from golinkname_ls.golang.targets.version import GoVersion
from golinkname_ls.golang.type_checker.checker import Checker
from golinkname_ls.golang.type_checker.file_scope import Scope
from golinkname_ls.golang.type_checker.operand import Operand
from golinkname_ls.golang.type_checker.package_source import Declared
from golinkname_ls.golang.types.model import Type
from golinkname_ls.golang.types.type_text import type_text
from golinkname_ls.syntax.expressions.parser import parse_expression, parse_type
from golinkname_ls.syntax.items.declarations import FuncDeclaration
from golinkname_ls.syntax.items.declarations_from_tree import extract


class WrittenPackage:
    """One package of files in memory."""

    def __init__(self, path: str, texts: tuple[str, ...]) -> None:
        self.path = path
        self.files = [extract(f"{number}.go", text.encode()) for number, text in enumerate(texts)]
        self.name = self.files[0].package_name
        self._all = [Declared(d, file.imports) for file in self.files for d in file.declarations]

    def declared(self, name: str) -> Declared | None:
        return next((d for d in self._all if d.declaration.name == name and not _base(d)), None)

    def methods(self, base: str) -> dict[str, Declared]:
        return {d.declaration.name: d for d in self._all if _base(d) == base}


def _base(declared: Declared) -> str:
    found = declared.declaration
    return found.receiver_base if isinstance(found, FuncDeclaration) else ""


class WrittenPackages:
    """Packages by import path."""

    def __init__(self, packages: dict[str, str | tuple[str, ...]], goarch: str = "amd64") -> None:
        self.target = Target(GoVersion(1, 27), Platform("linux", goarch))
        self._packages = {
            path: WrittenPackage(path, (texts,) if isinstance(texts, str) else texts)
            for path, texts in packages.items()
        }

    def package(self, path: str, importer: str) -> WrittenPackage | None:
        return self._packages.get(path)


@dataclass
class Code:
    """Checker with the scope of the first file of package `m`."""

    checker: Checker
    scope: Scope

    def operand(self, expression: str) -> Operand:
        parsed = parse_expression(expression)
        assert parsed is not None, expression
        return self.checker.evaluate(parsed, self.scope)

    def type(self, expression: str) -> str:
        """Type of an expression as text; `invalid type` where it is unknown."""
        return type_text(self.operand(expression).type)

    def denoted(self, written: str) -> Type:
        """Type that a type as written denotes."""
        return self.checker.type(parse_type(written), self.scope)


def code(text: str | tuple[str, ...] = "", others: dict[str, str] | None = None, goarch: str = "amd64") -> Code:
    """What code means in package `m`, whose files are given without their package clause."""
    files = tuple(f"package m\n{file}" for file in ((text,) if isinstance(text, str) else text))
    packages = WrittenPackages({"m": files} | (others or {}), goarch)
    package = packages.package("m", "")
    assert package is not None
    return Code(Checker(packages), Scope(package, package.files[0].imports))
