"""A var under the name of a TEXT outside std (cmd/link/internal/loader/loader.go, addSym): both are of ABI 0."""

from __future__ import annotations

from golinkname_ls.linking.assembled import assembler_names
from golinkname_ls.linking.assembled_definitions import definitions
from golinkname_ls.linking.definitions import OwnDefinition
from golinkname_ls.linking.program import Program
from golinkname_ls.linking.text_size import most_bytes
from golinkname_ls.linking.verdict import Merge, era


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
            data = text.folder.assembly_file(place.name) or b""
            names = assembler_names(target, data, text.folder.assembly_headers(data))
            most = most_bytes(data, found.span[1], target.platform.goarch, names)
            return most is not None and size > most
    # What a macro makes is not among those.
    return content and not known and text.abi == "ABI0"
