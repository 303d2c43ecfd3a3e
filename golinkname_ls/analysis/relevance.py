"""Which files need not be parsed, since no rule could say a word of them: most of a workspace."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from golinkname_ls.golang.package import PackageFolder
from golinkname_ls.golang.target import Target
from golinkname_ls.linking.assembled import assembled
from golinkname_ls.syntax.directive import SPELLINGS
from golinkname_ls.syntax.outline import Header
from golinkname_ls.syntax.spotting import Glance

# Any prefix does: it is put before the names asked for and before those found.
_HERE = "main"


def concerned(package: PackageFolder, name: str, look: Glance, targets: Callable[[Header], Iterable[Target]]) -> bool:
    """Whether a rule may have something to say of the file `name` on one of the `targets` that build it."""
    if not look.directives and not look.bodyless and not package.has_assembly:
        return False
    header = package.header(name)
    return header is not None and any(
        look.directives or _differs(package, name, look, header, target) for target in targets(header)
    )


def _differs(package: PackageFolder, name: str, look: Glance, header: Header, target: Target) -> bool:
    """Whether a func may lack its body (LN107, LN202), or may have one in assembly too (LN109)."""
    if look.bodyless and not package.may_lack_bodies(target, name, header.package_name):
        return True
    texts = {symbol.removeprefix(_HERE + ".") for kind, symbol in assembled(package, _HERE, target) if kind == "TEXT"}
    funcs = {func.decode("utf-8", "replace") for func in look.funcs}
    methods = any("." in text for text in texts)
    return methods or not look.bodyless <= texts or not texts.isdisjoint(funcs - look.bodyless)


def assembly_concerned(data: bytes) -> bool:
    """Whether an assembly file mentions a symbol that is not its own, or holds a word of ours."""
    return (b"(SB)" in data and "·".encode() in data) or any(word in data for word in SPELLINGS)
