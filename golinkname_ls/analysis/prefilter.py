"""Files that need not be parsed: their bytes show that no rule can report on them (most of a workspace)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from golinkname_ls.golang.packages.package_folder import PackageFolder
from golinkname_ls.golang.targets.target import Target
from golinkname_ls.program.package_assembly_symbols import assembly_symbols_of
from golinkname_ls.syntax.items.directives import may_hold
from golinkname_ls.syntax.items.header import Header
from golinkname_ls.syntax.scan.declaration_patterns import Glance

# Any prefix does: it is put before the names asked for and before those found.
_HERE = "main"
# In `//nolint:golinkname` and `//golinkname:mirror`.
_OURS = "golinkname"


def may_have_findings(package: PackageFolder, look: Glance) -> bool:
    """Whether a rule may report on a Go file, as far as its bytes tell."""
    return look.directives or bool(look.bodyless) or package.has_assembly


def needs_check(package: PackageFolder, name: str, look: Glance, targets: Callable[[Header], Iterable[Target]]) -> bool:
    """Whether a rule may report on the Go file `name` on one of the `targets` that build it."""
    if not may_have_findings(package, look):
        return False
    header = package.header(name)
    built = list(targets(header)) if header is not None else []
    if not built or header is None:
        return False
    if look.directives and (package.has_word(name, _OURS) or package.directives(name)):
        return True
    bodyless = package.bodyless(name)
    if not bodyless and not package.has_assembly:
        return False
    return any(_differs(package, name, bodyless, header, target) for target in built)


def _differs(package: PackageFolder, name: str, bodyless: frozenset[str], header: Header, target: Target) -> bool:
    """Whether a func of the file may lack its body (LN107, LN202), or may have one in assembly too (LN109)."""
    if bodyless and not package.may_lack_bodies(target, name, header.package_name):
        return True
    texts = {
        symbol.removeprefix(_HERE + ".")
        for kind, symbol in assembly_symbols_of(package, _HERE, target)
        if kind == "TEXT"
    }
    methods = any("." in text for text in texts)
    return methods or not bodyless <= texts or not texts.isdisjoint(package.func_names(name) - bodyless)


# A middle dot behind the name of a package, with a division slash between the parts of its path. It begins with a literal,
# which re finds fast.
_QUALIFIED = re.compile("·".encode() + b"(?<=[\\w\x80-\xff]" + "·".encode() + b")")
_NAME = re.compile(rb"[\w\x80-\xff]+\Z")


def _qualifiers(data: bytes) -> Iterator[bytes]:
    """The names of packages in front of symbols in assembly, such as `runtime` of `runtime·memmove`."""
    for dot in _QUALIFIED.finditer(data):
        line = data[data.rfind(b"\n", 0, dot.start()) + 1 : dot.start()]
        name = _NAME.search(line)
        if name is not None and b"//" not in line:
            yield name[0]


def assembly_needs_check(data: bytes, std: str = "") -> bool:
    """Whether a rule may report on an assembly file: it refers to a symbol, or holds a comment for this program.

    `std` is the last path element of the std package that the file belongs to, "" outside std.
    """
    if std and not any(package != std.encode() for package in _qualifiers(data)):
        return False  # Of std's the linker asks only for those of other packages.
    return b"SB" in data or may_hold(data)
