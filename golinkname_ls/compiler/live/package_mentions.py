"""Mentions of a name in the live code of a package, and of its exported names in the packages that import it.

Emitted and reached are two things. The compiler compiles every func of a package, and the linker refuses a forbidden
symbol wherever an object file refers to it: a mention in any live code counts. An undefined symbol stops the linker
only where code that is linked in reaches it (cmd/link/internal/ld/deadcode.go):

    func Exported() { helper() }
    func helper()   { stub() }      → reached: helper is mentioned by a root
    func unused()   { other() }     → other is emitted, and not reached

Roots are what is exported, methods, init, main, the initial values of package-level vars, what a directive names, what
assembly mentions, and what C calls. From a mention the walk goes up, to the funcs that mention the func it stands in.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Literal

from tree_sitter import Node

from golinkname_ls.compiler.checker_and_scope import CodeContext
from golinkname_ls.compiler.constants.conditions import Conditions
from golinkname_ls.compiler.live.file_mentions import is_mentioned_in_file
from golinkname_ls.compiler.live.mentions_of_name import Liveness
from golinkname_ls.program.package_directives import directive_of
from golinkname_ls.program.program import Program
from golinkname_ls.syntax.files.block_search import search
from golinkname_ls.syntax.files.source_file import SourceFile
from golinkname_ls.syntax.items.declarations import Import
from golinkname_ls.syntax.scan.whole_words import word_of
from golinkname_ls.syntax.tree.identifier_nodes import occurrences_of


def is_mentioned(context: CodeContext, name: str, need: Liveness = Liveness.EMITTED) -> bool:
    """Whether live code of the package mentions the package-level name on the target."""
    return sole_mentioners(context, name, need) is None


def sole_mentioners(context: CodeContext, name: str, need: Liveness = Liveness.EMITTED) -> frozenset[str] | None:
    """Funcs and types that mention the name, none of them live; None where live code of the package mentions it.

    Code of a generic is live if live code mentions the generic. For REACHED, roots are live and what they mention.
    """
    found = _in_package(context, name, need)
    above = _above(context, found, min(need, Liveness.REACHED)) if found is not True else None
    return above - {name} if above is not None else None


def _above(context: CodeContext, names: frozenset[str], need: Liveness) -> frozenset[str] | None:
    """Funcs and types that mention these, directly or not, with these; None where one of them is live."""
    asked: set[str] = set()
    waiting = list(names)
    while waiting:
        word = waiting.pop()
        if word in asked:
            continue
        asked.add(word)
        if need is not Liveness.EMITTED and _is_root(context, word):
            return None
        found = _in_package(context, word, need)
        if found is True:
            return None
        waiting.extend(found)
    return frozenset(asked)


def _in_package(context: CodeContext, word: str, need: Liveness) -> Literal[True] | frozenset[str]:
    names = frozenset[str]()
    for source, conditions in _files(context, word):
        found = is_mentioned_in_file(source, word, conditions, need)
        if found is True:
            return True
        names |= found or frozenset()
    return names


def _files(context: CodeContext, word: str) -> Iterator[tuple[SourceFile, Conditions]]:
    for source in context.package.selected(context.target, context.like, context.package.having(word)):
        yield source, Conditions(context.importing(source.outline.imports))


def _is_root(context: CodeContext, name: str) -> bool:
    """Whether a func is live by a directive, another package's directive, assembly or C."""
    package, target, program = context.package, context.target, context.program
    if directive_of(package, target, name) is not None or package.mentions_in_assembly(target, name):
        return True
    if program.renamed(f"{program.prefix(context.path)}.{name}"):
        return True
    exported = f"//export {name}".encode("utf-8", "surrogateescape")
    return any(source.holds(exported) for source, _ in _files(context, name))


def uses_import(program: Program, user: str, path: str, name: str, need: Liveness | None = None) -> bool:
    """Whether package `user`, tests aside, mentions the exported `name` of `path`; with `need`, in live code."""
    package, target = program.closure.packages[user], program.symbols.target
    like = package.any_member(target)
    if like is None:
        return False
    importing = [
        file
        for file in package.having(name)
        if (header := package.header(file)) is not None and any(i.path == path for i in header.imports)
    ]
    context = CodeContext.of(program, user, like)
    for source in package.selected(target, like, importing):
        if _mentions_import(source, path, name):
            imports = source.outline.imports
            word = name if any(i.name == "." and i.path == path for i in imports) else "." + name
            found = need is None or is_mentioned_in_file(source, word, Conditions(context.importing(imports)), need)
            if found is True or (
                found and need is not None and _above(context, found, min(need, Liveness.REACHED)) is None
            ):
                return True
    return False


_QUALIFIED = {("field_identifier", "selector_expression"), ("type_identifier", "qualified_type")}


def _mentions_import(source: SourceFile, path: str, name: str) -> bool:
    """Whether a file mentions the exported `name` of the package `path`, qualified or by a dot import."""
    word, imports = word_of(name), source.outline.imports
    return any(
        any(search(source, word, (_mentions_import, spec, imports), partial(_names_import, word, spec, imports)))
        for spec in imports
        if spec.path == path and spec.name != "_"
    )


def _names_import(
    word: bytes, spec: Import, imports: tuple[Import, ...], root: Node, data: bytes, extent: tuple[int, int]
) -> bool:
    """Whether a name of the package of an import stands in the bytes [low, high) of a text."""
    for node in occurrences_of(root, data, word, *extent):
        parent = node.parent
        if spec.name == "." and node.type in ("identifier", "type_identifier"):
            return True
        if parent is None or (node.type, parent.type) not in _QUALIFIED:
            continue
        operand = parent.child_by_field_name("operand" if parent.type == "selector_expression" else "package")
        if operand is not None and operand.type in ("identifier", "package_identifier"):
            written = data[operand.start_byte : operand.end_byte].decode("utf-8", "replace")
            if written == spec.name or (spec.name is None and not _is_other_import(imports, spec.path, written)):
                return True
    return False


def _is_other_import(imports: tuple[Import, ...], path: str, name: str) -> bool:
    return any(i.path != path and name in (i.name, i.path.rsplit("/", 1)[-1]) for i in imports)
