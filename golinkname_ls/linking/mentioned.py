"""What the code of a package mentions on one target, and what other packages mention of it."""

from __future__ import annotations

from dataclasses import dataclass

from golinkname_ls.golang.package import PackageFolder
from golinkname_ls.golang.target import Target
from golinkname_ls.syntax.declaration import ConstDeclaration
from golinkname_ls.syntax.mention import places
from golinkname_ls.syntax.source_file import SourceFile


@dataclass(frozen=True, slots=True)
class PackageFacts:
    """What the compiler knows of conditions in a package; `like` is one of its files."""

    package: PackageFolder
    target: Target
    like: SourceFile

    def fixed(self, text: str) -> str | int | None:
        """The platform's constants under their usual qualifiers."""
        platform = self.target.platform
        known: dict[str, str | int] = {
            "runtime.GOOS": platform.goos,
            "runtime.GOARCH": platform.goarch,
            "strconv.IntSize": 8 * platform.pointer_size,
            "bits.UintSize": 8 * platform.pointer_size,
        }
        return known.get(text)

    def constant(self, name: str) -> str:
        """The expression of a constant of any file that the target selects."""
        found = self.package.declared(name, self.target, self.like)
        return next((d.value for _, d in found if isinstance(d, ConstDeclaration)), "")


def mentioned(package: PackageFolder, target: Target, like: SourceFile, name: str) -> bool:
    """Whether live code of the package of `like` refers to the package-level name on a target.

    Code of a generic counts if live code of the package mentions the generic.
    """
    facts = PackageFacts(package, target, like)
    asked: set[str] = set()
    waiting = [name]
    while waiting:
        word = waiting.pop()
        if word in asked:
            continue
        asked.add(word)
        for source in package.selected(target, like, package.having(word)):
            found = source.mentions(word, facts)
            if found is True:
                return True
            waiting.extend(found or ())
    return False


def mentions_import(source: SourceFile, path: str, name: str) -> bool:
    """Whether a file that imports the package `path` mentions its exported `name`."""
    for spec in source.outline.imports:
        if spec.path != path or spec.name == "_":
            continue
        for node in places(source.tree.root_node, source.data, name.encode()):
            parent = node.parent
            if spec.name == "." and node.type in ("identifier", "type_identifier"):
                return True
            if node.type != "field_identifier" or parent is None or parent.type != "selector_expression":
                continue
            operand = parent.child_by_field_name("operand")
            if operand is not None and operand.type == "identifier":
                written = source.data[operand.start_byte : operand.end_byte].decode("utf-8", "replace")
                if written == spec.name or (spec.name is None and not _other_import(source, path, written)):
                    return True
    return False


def _other_import(source: SourceFile, path: str, name: str) -> bool:
    return any(i.path != path and name in (i.name, i.path.rsplit("/", 1)[-1]) for i in source.outline.imports)
