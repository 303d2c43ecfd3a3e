"""What assembly files define, with all that the linker compares when something else has the name."""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple, TypeAlias

from golinkname_ls.catalog.assembly.macros import expand, macros
from golinkname_ls.catalog.assembly.symbols import active, blanked, expanded, symbol_name
from golinkname_ls.golang.packages.package_folder import PackageFolder
from golinkname_ls.golang.targets.target import Target
from golinkname_ls.program.assembly_symbols import assembler_names

_DEFINES = re.compile(r"^[ \t]*(?:[\w./]+:)?[ \t]*(TEXT|GLOBL)[ \t]+([^\s,(]*?)(?:\+0)?[ \t]*\(SB\)([^\n]*)", re.M)
_DATA = re.compile(r"^[ \t]*DATA[ \t]+([^\s,(+]*)(?:\+\w+)?\(SB\)", re.M)
DUPOK = 2
"""runtime/textflag.h."""

DefinitionKey: TypeAlias = tuple[str, str, str]
"""TEXT or GLOBL, symbol, ABI."""


class AssembledDefinition(NamedTuple):
    """A TEXT or GLOBL. `size` is None for a TEXT and where it is no plain number; `span` is in characters.

    `content`: there are DATA lines for it. `may_repeat`: DUPOK, others may define the same.
    """

    kind: str
    symbol: str
    abi: str
    size: int | None
    content: bool
    may_repeat: bool
    span: tuple[int, int]
    x86_bytes: int | None = None
    """What the code of a TEXT takes on amd64 and 386, if it has no frame and only jumps, calls and returns; else None."""

    @property
    def key(self) -> DefinitionKey:
        """Under what the linker knows it."""
        return self.kind, self.symbol, self.abi


def definitions_of_package(
    package: PackageFolder, prefix: str, target: Target
) -> Mapping[DefinitionKey, list[tuple[Path, AssembledDefinition]]]:
    """What a package's assembly defines on a target, with the files where."""

    def find() -> Mapping[DefinitionKey, list[tuple[Path, AssembledDefinition]]]:
        found: dict[DefinitionKey, list[tuple[Path, AssembledDefinition]]] = {}
        for place, data in package.assembly(target):
            headers = package.assembly_headers(data)
            for definition in definitions_in_file(data, headers, prefix, assembler_names(target, data, headers)):
                found.setdefault(definition.key, []).append((place, definition))
        return found

    return package.recall_files((definitions_of_package, prefix, target), find)


@functools.lru_cache(maxsize=1024)
def definitions_in_file(
    data: bytes, headers: bytes, prefix: str, names: frozenset[str]
) -> tuple[AssembledDefinition, ...]:
    """The global definitions that stand in an assembly file as they are; what its macros make is left out.

    `headers` are the folder's own that it includes, `names` what `#ifdef` finds defined.
    """
    text = blanked(active(data.decode("utf-8", "surrogateescape"), names))
    table = macros(active(headers.decode("utf-8", "replace"), names) + "\n" + text)
    filled = {symbol_name(n, prefix) for n in _DATA.findall(expanded(text, table, ("DATA",)) if table else text)}
    found = []
    for match in _DEFINES.finditer(text):
        kind, written, rest = match.groups()
        if "<>" in written or written in table:
            continue  # Another file may have its own; and what a macro stands for is made by it.
        symbol = symbol_name(written, prefix)
        abi = "ABIInternal" if written.endswith("<ABIInternal>") else "ABI0"
        operands = [part.strip() for part in rest.split(",")]
        size = operands[-1].removeprefix("$") if kind == "GLOBL" else ""
        number = int(size, 0) if re.fullmatch(r"0x[0-9a-fA-F]+|[1-9]\d*|0", size) else None
        repeats = _may_repeat(expand(operands[1], table)) if len(operands) > 2 else False
        span = (match.start(2), match.end(2))
        bare = re.fullmatch(r"\$0(?:-\d+)?", operands[-1]) is not None and "WRAPPER" not in rest
        code = _code(text, match.end()) if kind == "TEXT" and bare and not table else None
        found.append(AssembledDefinition(kind, symbol, abi, number, symbol in filled, repeats, span, code))
    return tuple(found)


_NEXT_TEXT = re.compile(r"^[ \t]*TEXT[ \t]", re.M)
_TO_SYMBOL = re.compile(r"(?:JMP|CALL)\s+[^\s,*()]+\(SB\)")


def _code(text: str, start: int) -> int | None:
    """The bytes of a TEXT's code that begins at `start`, a character; None where it does more than jump to symbols."""
    following = _NEXT_TEXT.search(text, start)
    total = 0
    for statement in re.split(r"[;\n]", text[start : following.start() if following else len(text)]):
        if _TO_SYMBOL.fullmatch(statement.strip()):
            total += 5
        elif statement.strip() == "RET":
            total += 1
        elif statement.strip():
            return None
    return total


def _may_repeat(flags: str) -> bool:
    words = re.findall(r"\w+", flags)
    return "DUPOK" in words or any(w.isdigit() and int(w) & DUPOK for w in words)
