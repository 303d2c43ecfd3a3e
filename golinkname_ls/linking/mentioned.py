"""What the code of a package mentions on one target, and what other packages mention of it."""

from __future__ import annotations

from golinkname_ls.golang.package import PackageFolder
from golinkname_ls.golang.target import Target
from golinkname_ls.linking.package_facts import PackageFacts, Surroundings
from golinkname_ls.syntax.member import Member
from golinkname_ls.syntax.mention import Need, places
from golinkname_ls.syntax.source_file import SourceFile


def mentioned(
    package: PackageFolder, target: Target, like: Member, name: str, surroundings: Surroundings | None = None
) -> bool:
    """Whether live code of the package of `like` refers to the package-level name on a target.

    Code of a generic counts if live code of the package mentions the generic.
    """
    return mentioning(package, target, like, name, surroundings=surroundings) is None


def mentioning(
    package: PackageFolder,
    target: Target,
    like: Member,
    name: str,
    surroundings: Surroundings | None = None,
    *,
    need: Need = Need.NAME,
) -> frozenset[str] | None:
    """The generics that mention the name while nothing of the package instantiates them; None where live code does.

    `need` is what the code must do with the name.
    """
    asked: set[str] = set()
    waiting = [name]
    path = surroundings.path if surroundings is not None else ""
    while waiting:
        word = waiting.pop()
        if word in asked:
            continue
        asked.add(word)
        for source in package.selected(target, like, package.having(word)):
            facts = PackageFacts(package, target, like, source.outline.imports, path, surroundings)
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


def names_imported(
    package: PackageFolder,
    target: Target,
    like: Member,
    imported: tuple[str, str, str],
    surroundings: Surroundings,
    *,
    need: Need = Need.NAME,
) -> bool:
    """Whether live code of the package of `like` names an exported func of another package by its import.

    `imported` is the other package's path, the name in its package clauses, and the func's name.
    """
    path, called, name = imported
    generics = set[str]()
    for source in package.selected(target, like, package.having(name)):
        imports = source.outline.imports
        facts = PackageFacts(package, target, like, imports, surroundings.path, surroundings)
        for spec in imports:
            if spec.path == path and spec.name != "_":
                word = name if spec.name == "." else f"{spec.name or called}.{name}"
                found = source.mentions(word, facts, need)
                if found is True:
                    return True
                generics.update(found or ())
    return any(mentioned(package, target, like, generic, surroundings) for generic in generics)


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
