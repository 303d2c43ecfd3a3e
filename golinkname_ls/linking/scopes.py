"""Where type names are looked up: in the std catalog for upstream, in the package's files for a stub."""

from __future__ import annotations

from golinkname_ls.catalog.format import Section
from golinkname_ls.catalog.symbols import TargetSymbols
from golinkname_ls.golang.package import PackageFolder
from golinkname_ls.linking.words import Scope
from golinkname_ls.syntax.declaration import Import, TypeDeclaration
from golinkname_ls.syntax.source_file import SourceFile

# internal/goarch: PtrSize is 4 on these.
_NARROW = frozenset({"386", "arm", "mips", "mipsle", "armbe", "ppc", "riscv", "s390", "sparc", "amd64p32"})


def pointer_size(goarch: str) -> int:
    """Bytes of a pointer."""
    return 4 if goarch in _NARROW else 8


def imported(imports: tuple[Import, ...], qualifier: str) -> str:
    """The path that a file imports under a name, "" for none."""
    for spec in imports:
        last = spec.path.rsplit("/", 1)[-1]
        if spec.name == qualifier or (spec.name is None and last == qualifier):
            return spec.path
        if (
            spec.name is None
            and last.startswith("v")
            and last[1:].isdigit()
            and spec.path.split("/")[-2:-1] == [qualifier]
        ):
            return spec.path
    return ""


class StdScope:
    """Names as a std file sees them."""

    def __init__(self, symbols: TargetSymbols, section: Section) -> None:
        self.symbols = symbols
        self.section = section
        self.pointer_size = pointer_size(symbols.target.platform.goarch)

    def type_text(self, qualifier: str, name: str) -> tuple[str, Scope] | None:
        """The declared type's text and scope."""
        path = imported(self.section.imports, qualifier) if qualifier else self.section.package
        return std_type(self.symbols, path, name)


def std_type(symbols: TargetSymbols, path: str, name: str) -> tuple[str, Scope] | None:
    """A std type's text and scope; None when the target has none of the name, or a generic one."""
    entry = symbols.declared(f"{path}.{name}") if path else None
    if entry is None or not isinstance(entry.declaration, TypeDeclaration) or entry.declaration.type_parameters:
        return None
    return entry.declaration.type, StdScope(symbols, entry.section)


class FileScope:
    """Names as a file of the workspace sees them."""

    def __init__(self, symbols: TargetSymbols, package: PackageFolder, source: SourceFile) -> None:
        self.symbols = symbols
        self.package = package
        self.source = source
        self.pointer_size = pointer_size(symbols.target.platform.goarch)

    def type_text(self, qualifier: str, name: str) -> tuple[str, Scope] | None:
        """The declared type's text and scope; packages other than std are not looked into yet."""
        if qualifier:
            return std_type(self.symbols, imported(self.source.outline.imports, qualifier), name)
        for source, declaration in self.package.declared(name, self.symbols.target, self.source):
            if isinstance(declaration, TypeDeclaration) and not declaration.type_parameters:
                return declaration.type, FileScope(self.symbols, self.package, source)
        return None
