"""What the compiler knows of conditions in a package on one target."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import Protocol

from tree_sitter import Node

from golinkname_ls.golang.package import PackageFolder
from golinkname_ls.golang.target import Target
from golinkname_ls.golang.types.checker import Checker
from golinkname_ls.golang.types.expressions import evaluate
from golinkname_ls.golang.types.operand import UNKNOWN, Mode, Operand
from golinkname_ls.golang.types.scope import Scope
from golinkname_ls.linking import inlined
from golinkname_ls.linking.callee import named
from golinkname_ls.linking.fixed_constants import FIXED
from golinkname_ls.linking.string_folding import equal_strings
from golinkname_ls.linking.verdict import era
from golinkname_ls.syntax.clock import CLOCK
from golinkname_ls.syntax.constant import Given, Value
from golinkname_ls.syntax.declaration import ConstDeclaration, FuncDeclaration, Import, TypeDeclaration
from golinkname_ls.syntax.expression_parser import parse_expression
from golinkname_ls.syntax.member import Member

_SELECTED = re.compile(r"(?<![\w.)])([^\W\d]\w*)\.([A-Z]\w*)\b")


class Surroundings(Protocol):
    """The program that a package is part of."""

    @property
    def path(self) -> str:
        """The package's path, as an import has it."""
        ...

    def evaluate(self, path: str, text: str, imports: tuple[Import, ...]) -> Operand:
        """What an expression denotes at package level of a file with the given imports, in the package of that path."""
        ...

    def folder(self, path: str) -> PackageFolder | None:
        """A package of the program, None for std's."""
        ...


def evaluate_in(checker: Checker, path: str, text: str, imports: tuple[Import, ...]) -> Operand:
    """What an expression denotes at package level of a file with these imports, in the package of that path."""
    package, parsed = checker.packages.package(path, path), parse_expression(text)
    return evaluate(checker, parsed, Scope(package, imports)) if package is not None and parsed else UNKNOWN


@dataclass(frozen=True, slots=True)
class PackageFacts:
    """What the compiler knows of conditions in a package; `like` is one of its files.

    `imports` are those of the file whose conditions are asked for. Where that is code of a func that was put in the place
    of a call, `arguments` are the expressions given to its parameters, by name, and `within` the funcs around it.
    """

    package: PackageFolder
    target: Target
    like: Member
    imports: tuple[Import, ...] = ()
    path: str = ""
    surroundings: Surroundings | None = field(default=None, compare=False)
    arguments: tuple[tuple[str, str], ...] = ()
    within: tuple[str, ...] = ()

    def fixed(self, text: str) -> str | int | None:
        """The platform's constants, whatever name the file gives their packages."""
        qualifier, _, name = text.partition(".")
        return next(
            (
                value(self.target.platform)
                for (path, constant), value in FIXED.items()
                if constant == name and any(i.path == path and named(i) == qualifier for i in self.imports)
            ),
            None,
        )

    def constant(self, name: str) -> str:
        """The expression of a constant of any file that the target selects."""
        for source, declared in self.package.declared(name, self.target, self.like):
            # An implicit repetition has iota for its value, and a type may change what operators do.
            if isinstance(declared, ConstDeclaration) and "iota" not in declared.value:
                there = replace(self, imports=source.outline.imports)
                return _SELECTED.sub(there._literal, declared.value)
        return ""

    def value(self, text: str) -> Value:
        """The value of a constant expression, by the types of the package."""
        found = self.denoted(_SELECTED.sub(self._literal, text))
        value = found.value if found is not None and found.mode is Mode.CONSTANT else None
        return value if isinstance(value, bool | str | int) else None

    def denoted(self, text: str) -> Operand | None:
        """What an expression denotes at package level of the file, None where no types are known."""
        return self.surroundings.evaluate(self.path, text, self.imports) if self.surroundings is not None else None

    def is_func(self, name: str) -> bool:
        """Whether any file that the target selects declares a func of the name."""
        CLOCK.decisive.add(name)
        return any(isinstance(d, FuncDeclaration) for _, d in self.package.declared(name, self.target, self.like))

    def is_type(self, text: str) -> bool:
        """Whether a name, with a package's before it or without, is a type's."""
        CLOCK.decisive.add(text.rpartition(".")[2])
        found = self.denoted(text)
        if found is not None:
            return found.is_type
        return any(isinstance(d, TypeDeclaration) for _, d in self.package.declared(text, self.target, self.like))

    def names_unsafe(self, qualifier: str) -> bool:
        """By the file's imports."""
        return any(i.path == "unsafe" and (i.name or "unsafe").removeprefix(".") == qualifier for i in self.imports)

    def ignores(self, call: Node, data: bytes, position: int, *, plain: bool = False) -> bool:
        """Whether a call is replaced by its func's body, which does nothing with the argument."""
        return inlined.ignores(self, call, data, position, plain=plain)

    def given(self, call: Node, data: bytes, result: int) -> Given:
        """What the compiler knows of a result of a call after it put the func's body there."""
        return inlined.given(self, call, data, result)

    def gives_nil(self, call: Node, data: bytes, result: int) -> bool | None:
        """Whether the result of a call is nil, None where that is not known."""
        return inlined.gives_nil(self, call, data, result)

    def equal_strings(self, left: str, right: str) -> bool | None:
        """Whether two known strings are equal that are no constant expressions, None where the compiler does not see it."""
        return equal_strings(left, right, self.target.platform, reads_halves=era(self.target.go).reads_halves)

    def never_returns(self, call: Node, data: bytes) -> bool:
        """Whether control does not come back from a call that is replaced by its func's body."""
        return inlined.never_returns(self, call, data)

    def argument(self, name: str) -> str:
        """The expression that a parameter stands for, else ""."""
        return dict(self.arguments).get(name, "")

    @property
    def sees_loops(self) -> bool:
        """By the target's version."""
        return era(self.target.go).sees_loops

    @property
    def inlines_late(self) -> bool:
        """By the target's version."""
        return era(self.target.go).inlines_late

    @property
    def folds_slices(self) -> bool:
        """By the target's version."""
        return era(self.target.go).folds_slices

    @property
    def drops_unread(self) -> bool:
        """By the target's version."""
        return era(self.target.go).drops_unread

    def _literal(self, match: re.Match[str]) -> str:
        found = self.fixed(match.group())
        return match.group() if found is None else f"({found})" if isinstance(found, int) else f'"{found}"'
