"""The catalog's tables of one Go version: blocked names, the compiler's builtins, pushes, references of assembly."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from golinkname_ls.catalog.building.goroot_packages import SourcePackage, source_bytes
from golinkname_ls.golang.assembly.macros import macros
from golinkname_ls.golang.assembly.symbols import assembly_mentions, assembly_symbols
from golinkname_ls.golang.installation.goroot import Goroot, NotAGoroot
from golinkname_ls.golang.targets.version import GoVersion
from golinkname_ls.syntax.items.constraint_lines import constraint_of
from golinkname_ls.syntax.items.declarations import FuncDeclaration, VarDeclaration

_BLOCKED = re.compile(r"var blockedLinknames = map\[string\]\[\]string\{\n(.*?)\n\}", re.S)
_ENTRY = re.compile(r'^\s*"([^"]+)":\s*\{([^}]*)\}', re.M)
_QUOTED = re.compile(r'"([^"]+)"')
# loader.go: 1.22 has no such list.
_BLOCKED_SINCE = GoVersion(1, 23)
_BUILTIN = re.compile(r'^\s*\{"([^" ]+)", ([01])\}', re.M)


def blocked_rows(goroot: Goroot) -> str:
    """The rows of blocked.txt, `symbol package…`: a blocked name and the packages that may refer to it all the same.

    They are blockedLinknames of cmd/link/internal/loader/loader.go. Raises NotAGoroot where that cannot be read.
    """
    text = _linker_source(goroot, "link/internal/loader/loader.go")
    match = _BLOCKED.search(text)
    if match is None and goroot.version >= _BLOCKED_SINCE:
        raise NotAGoroot(f"{goroot.folder}: src/cmd/link/internal/loader/loader.go has no blockedLinknames")
    entries = _ENTRY.findall(match[1]) if match else []
    rows = (" ".join([name, *_QUOTED.findall(who)]) for name, who in sorted(entries))
    return "".join(f"{row}\n" for row in rows)


def builtin_rows(goroot: Goroot) -> str:
    """The rows of builtins.txt: the symbols that the compiler itself refers to, those by ABI 0 with ` ABI0` behind.

    They are those of cmd/internal/goobj/builtinlist.go. Raises NotAGoroot where that cannot be read.
    """
    text = _linker_source(goroot, "internal/goobj/builtinlist.go")
    rows = sorted(name if abi == "1" else f"{name} ABI0" for name, abi in set(_BUILTIN.findall(text)))
    return "".join(f"{row}\n" for row in rows)


def _linker_source(goroot: Goroot, name: str) -> str:
    try:
        return (goroot.src / "cmd" / name).read_bytes().decode("utf-8", "replace")
    except OSError as error:
        what = f"src/cmd/{name} cannot be read ({error.strerror}): the linker's rules are read from there"
        raise NotAGoroot(f"{goroot.folder} is no whole GOROOT: {what}") from None


def push_rows(packages: Iterable[SourcePackage]) -> str:
    """The rows of pushes.txt, `remote package local`: two-argument directives on funcs with a body and on vars.

    That is where a symbol is defined whose name points elsewhere, e.g. `sync.runtime_Semacquire runtime
    sync_runtime_Semacquire`.
    """
    rows: set[str] = set()
    for package in packages:
        defined = {
            declaration.name
            for file in package.files
            for declaration in file.declarations
            if isinstance(declaration, VarDeclaration)
            or (isinstance(declaration, FuncDeclaration) and declaration.has_body)
        }
        directives = (directive for file in package.files for directive in file.directives)
        rows.update(
            f"{remote} {package.path} {local}\n" for _, local, remote, _ in directives if local in defined and remote
        )
    return "".join(sorted(rows))


def reference_rows(folders: Iterable[tuple[str, Path]]) -> str:
    """The rows of references.txt, `symbol file constraint`: Go symbols that their own package's assembly refers to.

    The compiler makes an ABI0 wrapper for such a func (cmd/compile/internal/ssagen/abi.go, ReadSymABIs).
    """
    rows: set[str] = set()
    for path, folder in folders:
        for file in sorted(folder.glob("*.s")):
            try:
                data = source_bytes(file)
            except OSError:
                # `read_sources` has named it among those left out.
                continue
            text = data.decode("utf-8", "replace")
            own = {symbol for _, symbol, _ in assembly_symbols(text, path)}
            mentions = assembly_mentions(text, path, macros(text))
            names = {m.symbol for m in mentions if m.symbol.startswith(f"{path}.")}
            rows.update(f"{name} {file.name} {constraint_of(data)}".rstrip() + "\n" for name in names - own)
    return "".join(sorted(rows))
