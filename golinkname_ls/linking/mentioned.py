"""What the code of a package mentions on one target, and what other packages mention of it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from golinkname_ls.golang.package import PackageFolder
from golinkname_ls.golang.target import Target
from golinkname_ls.golang.types.operand import Mode, Operand
from golinkname_ls.linking.fixed_constants import FIXED
from golinkname_ls.linking.inlined import ignores, returned
from golinkname_ls.linking.verdict import era
from golinkname_ls.syntax.clock import CLOCK
from golinkname_ls.syntax.constant import Value
from golinkname_ls.syntax.declaration import ConstDeclaration, FuncDeclaration, Import, TypeDeclaration
from golinkname_ls.syntax.member import Member
from golinkname_ls.syntax.mention import Need, places
from golinkname_ls.syntax.source_file import SourceFile

Evaluate = Callable[[str, tuple[Import, ...]], Operand]
"""What an expression denotes at package level of a file with the given imports."""

_CALLED = re.compile(r"(?<![\w.)])([^\W\d]\w*)\(\)")
_SELECTED = re.compile(r"(?<![\w.)])([^\W\d]\w*)\.([A-Z]\w*)\b")


@dataclass(frozen=True, slots=True)
class PackageFacts:
    """What the compiler knows of conditions in a package; `like` is one of its files.

    `imports` are those of the file whose conditions are asked for.
    """

    package: PackageFolder
    target: Target
    like: Member
    imports: tuple[Import, ...] = ()
    evaluate: Evaluate | None = field(default=None, compare=False)

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
        found = self.package.declared(name, self.target, self.like)
        # An implicit repetition has iota for its value, and a type may change what operators do.
        return next((d.value for _, d in found if isinstance(d, ConstDeclaration) and "iota" not in d.value), "")

    def value(self, text: str) -> Value:
        """The value of a constant expression, by the types of the package."""
        if self.evaluate is None:
            return None
        found = self.evaluate(_CALLED.sub(self._inlined, _SELECTED.sub(self._literal, text)), self.imports)
        value = found.value if found.mode is Mode.CONSTANT else None
        return value if isinstance(value, bool | str | int) else None

    def is_func(self, name: str) -> bool:
        """Whether any file that the target selects declares a func of the name."""
        CLOCK.decisive.add(name)
        return any(isinstance(d, FuncDeclaration) for _, d in self.package.declared(name, self.target, self.like))

    def is_type(self, text: str) -> bool:
        """Whether a name, with a package's before it or without, is a type's."""
        CLOCK.decisive.add(text.rpartition(".")[2])
        if self.evaluate is not None:
            return self.evaluate(text, self.imports).is_type
        return any(isinstance(d, TypeDeclaration) for _, d in self.package.declared(text, self.target, self.like))

    def names_unsafe(self, qualifier: str) -> bool:
        """By the file's imports."""
        return any(i.path == "unsafe" and (i.name or "unsafe").removeprefix(".") == qualifier for i in self.imports)

    def ignores(self, name: str, position: int, *, plain: bool = False) -> bool:
        """Whether a call of the package's func is replaced by its body, where the parameter does not stand."""
        CLOCK.decisive.add(name)
        return ignores(self.package, self.target, self.like, name, position, plain=plain)

    @property
    def sees_loops(self) -> bool:
        """By the target's version."""
        return era(self.target.go).sees_loops

    @property
    def inlines_deferred(self) -> bool:
        """By the target's version."""
        return era(self.target.go).inlines_deferred

    @property
    def drops_unread(self) -> bool:
        """By the target's version."""
        return era(self.target.go).drops_unread

    def _inlined(self, match: re.Match[str]) -> str:
        CLOCK.decisive.add(match[1])
        body = returned(self.package, self.target, self.like, match[1])
        return f"({body})" if body else match.group()

    def _literal(self, match: re.Match[str]) -> str:
        found = self.fixed(match.group())
        return match.group() if found is None else f"({found})" if isinstance(found, int) else f'"{found}"'


def named(spec: Import) -> str:
    """The name an import of std has in its file."""
    return spec.name or spec.path.rsplit("/", 1)[-1]


def mentioned(
    package: PackageFolder, target: Target, like: Member, name: str, evaluate: Evaluate | None = None
) -> bool:
    """Whether live code of the package of `like` refers to the package-level name on a target.

    Code of a generic counts if live code of the package mentions the generic.
    """
    return mentioning(package, target, like, name, evaluate) is None


def mentioning(
    package: PackageFolder,
    target: Target,
    like: Member,
    name: str,
    evaluate: Evaluate | None = None,
    *,
    need: Need = Need.NAME,
) -> frozenset[str] | None:
    """The generics that mention the name while nothing of the package instantiates them; None where live code does.

    `need` is what the code must do with the name.
    """
    asked: set[str] = set()
    waiting = [name]
    while waiting:
        word = waiting.pop()
        if word in asked:
            continue
        asked.add(word)
        for source in package.selected(target, like, package.having(word)):
            facts = PackageFacts(package, target, like, source.outline.imports, evaluate)
            found = source.mentions(word, facts, need if word == name else Need.NAME)
            if found is True:
                return None
            waiting.extend(found or ())
    return frozenset(asked - {name})


def uses_import(package: PackageFolder, target: Target, path: str, name: str, *, live: Need | None = None) -> bool:
    """Whether a file that a target builds of a package, tests aside, mentions the exported `name` of the package `path`.

    With `live` it must do that with the name, and the compiler must not see that control never comes there.
    """
    like = package.any_member(target)
    if like is None:
        return False
    importing = [
        file
        for file in package.having(name)
        if (header := package.header(file)) is not None and any(i.path == path for i in header.imports)
    ]
    for source in package.selected(target, like, importing):
        if mentions_import(source, path, name):
            imports = source.outline.imports
            word = name if any(i.name == "." and i.path == path for i in imports) else "." + name
            if live is None or source.mentions(word, PackageFacts(package, target, like, imports), live):
                return True
    return False


_QUALIFIED = {("field_identifier", "selector_expression"), ("type_identifier", "qualified_type")}


def mentions_import(source: SourceFile, path: str, name: str) -> bool:
    """Whether a file that imports the package `path` mentions its exported `name`."""
    for spec in source.outline.imports:
        if spec.path != path or spec.name == "_":
            continue
        for node in places(source.tree.root_node, source.data, name.encode()):
            parent = node.parent
            if spec.name == "." and node.type in ("identifier", "type_identifier"):
                return True
            if parent is None or (node.type, parent.type) not in _QUALIFIED:
                continue
            operand = parent.child_by_field_name("operand" if parent.type == "selector_expression" else "package")
            if operand is not None and operand.type in ("identifier", "package_identifier"):
                written = source.data[operand.start_byte : operand.end_byte].decode("utf-8", "replace")
                if written == spec.name or (spec.name is None and not _other_import(source, path, written)):
                    return True
    return False


def _other_import(source: SourceFile, path: str, name: str) -> bool:
    return any(i.path != path and name in (i.name, i.path.rsplit("/", 1)[-1]) for i in source.outline.imports)
