"""A var under the name of a TEXT outside std (cmd/link/internal/loader/loader.go, addSym): both are of ABI 0."""

from __future__ import annotations

import re

from golinkname_ls.golang.package import PackageFolder
from golinkname_ls.linking.definitions import OwnDefinition, Presence
from golinkname_ls.linking.verdict import Merge, era
from golinkname_ls.program.assembly_definitions import DUPOK, definitions
from golinkname_ls.program.program import Program


def is_refused(text: OwnDefinition, size: int | None, program: Program, *, content: bool) -> bool:
    """Whether the linker stops: at a var with initial data, and in 1.23 at a larger one (golang.org/issue/73617).

    `size` is the var's, in bytes.
    """
    target = program.symbols.target
    key = ("TEXT", text.symbol, "ABI0")
    known = definitions(text.folder, program.prefix(text.package), target).get(key, ())
    for place, found in known:
        if found.may_repeat:
            return False
        if content:
            return True
        if era(target.go).merge is Merge.STRICT and size is not None:
            # Imported when needed: one version asks, of vars over assembly alone.
            from golinkname_ls.linking.text_size import most_bytes

            data = text.folder.assembly_file(place.name) or b""
            most = most_bytes(data, found.span[1], target.platform.goarch)
            return most is not None and size > most
    return content and not known and text.presence is Presence.DEFINED and not _may_repeat(text.folder)


# By a number, as runtime/textflag.h has it.
_NUMBERED = re.compile(rb"\(SB\)[ \t]*,[ \t]*(\d+)")


def _may_repeat(package: PackageFolder) -> bool:
    """Whether what a macro makes, or a header holds, may be a TEXT that others may have, too."""
    texts = [text for data in package.assembly_contents() for text in (data, package.assembly_headers(data))]
    return any(b"DUPOK" in text or any(int(n) & DUPOK for n in _NUMBERED.findall(text)) for text in texts)
