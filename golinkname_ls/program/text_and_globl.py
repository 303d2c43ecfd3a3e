"""Definitions in assembly files (TEXT, GLOBL) with ABI, size, content and flags, as the linker compares duplicates."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple, TypeAlias

from golinkname_ls.golang.assembly.macros import expand, macros
from golinkname_ls.golang.assembly.symbols import active, blanked, expanded, symbol_name
from golinkname_ls.golang.packages.package_folder import PackageFolder
from golinkname_ls.golang.targets.target import Target
from golinkname_ls.program.package_assembly_symbols import read_assembly

_DEFINES = re.compile(r"^[ \t]*(?:[\w./]+:)?[ \t]*(TEXT|GLOBL)[ \t]+([^\s,(]*?)(?:\+0)?[ \t]*\(SB\)([^\n]*)", re.M)
_DATA = re.compile(r"^[ \t]*DATA[ \t]+([^\s,(+]*)(?:\+\w+)?\(SB\)", re.M)
DUPOK = 2
"""Flag of symbols that may be defined more than once (runtime/textflag.h)."""

DefinitionKey: TypeAlias = tuple[str, str, str]
"""TEXT or GLOBL, symbol, ABI."""


# Bytes of a jump to a symbol and of a return, and what the whole is filled up to a multiple of (1.23.9, measured).
_SIZES = {
    **dict.fromkeys(("amd64", "386"), (5, 1, 1)),
    **dict.fromkeys(("arm", "loong64", "riscv64", "ppc64", "ppc64le"), (8, 4, 4)),
}
_OTHERS = (8, 8, 16)


class Jumps(NamedTuple):
    """Code of a TEXT that only jumps, calls and returns; `unchecked`: it makes no stack check (NOSPLIT)."""

    jumps: int
    calls: int
    returns: int
    unchecked: bool

    def most_bytes(self, goarch: str) -> int | None:
        """Upper bound of the assembled size in bytes; None where a register is saved before a call."""
        jump, leave, filled = _SIZES.get(goarch, _OTHERS)
        if filled > 1 and (self.calls or not self.unchecked):
            return None
        total = jump * (self.jumps + self.calls) + leave * self.returns
        return -(-total // filled) * filled


class AssembledDefinition(NamedTuple):
    """A TEXT or GLOBL directive of an assembly file.

    `size`, in bytes, is None for a TEXT and where it is no plain number; `span` is in characters. `content`: there are
    DATA lines for it. `may_repeat`: DUPOK, others may define the same.
    """

    kind: str
    symbol: str
    abi: str
    size: int | None
    content: bool
    may_repeat: bool
    span: tuple[int, int]
    jumps: Jumps | None = None
    """The code of a TEXT that has no frame and only jumps, calls and returns; None for all other code."""

    @property
    def key(self) -> DefinitionKey:
        """Key under which the linker compares definitions."""
        return self.kind, self.symbol, self.abi


def definitions_of_package(
    package: PackageFolder, prefix: str, target: Target
) -> Mapping[DefinitionKey, list[tuple[Path, AssembledDefinition]]]:
    """Definitions in a package's assembly on a target, each with its file."""

    def find() -> Mapping[DefinitionKey, list[tuple[Path, AssembledDefinition]]]:
        found: dict[DefinitionKey, list[tuple[Path, AssembledDefinition]]] = {}
        for path, _ in package.assembly(target):
            for definition in definitions_in_file(package, path.name, prefix, target):
                found.setdefault(definition.key, []).append((path, definition))
        return found

    return package.answers.ask((definitions_of_package, prefix, target), find)


def definitions_in_file(
    package: PackageFolder, name: str, prefix: str, target: Target
) -> tuple[AssembledDefinition, ...]:
    """Global definitions written out in an assembly file of a package; those that its macros expand to are left out."""
    return tuple(
        d._replace(symbol=symbol_name(d.symbol, prefix)) for d in read_assembly(package, name, target, _definitions)
    )


def _definitions(data: bytes, headers: bytes, names: frozenset[str]) -> tuple[AssembledDefinition, ...]:
    """The definitions, with their symbols as they are written."""
    text = blanked(active(data.decode("utf-8", "surrogateescape"), names))
    table = macros(active(headers.decode("utf-8", "replace"), names) + "\n" + text)
    filled = {symbol_name(n, "") for n in _DATA.findall(expanded(text, table, ("DATA",)) if table else text)}
    found = []
    for match in _DEFINES.finditer(text):
        kind, written, rest = match.groups()
        if "<>" in written or written in table:
            continue  # Another file may have its own; and what a macro stands for is made by it.
        abi = "ABIInternal" if written.endswith("<ABIInternal>") else "ABI0"
        operands = [part.strip() for part in rest.split(",")]
        size = operands[-1].removeprefix("$") if kind == "GLOBL" else ""
        number = int(size, 0) if re.fullmatch(r"0x[0-9a-fA-F]+|[1-9]\d*|0", size) else None
        repeats = _may_repeat(expand(operands[1], table)) if len(operands) > 2 else False
        span = (match.start(2), match.end(2))
        bare = re.fullmatch(r"\$0(?:-\d+)?", operands[-1]) is not None and "WRAPPER" not in rest
        code = _jumps(text, match.end(), "NOSPLIT" in rest) if kind == "TEXT" and bare and not table else None
        found.append(
            AssembledDefinition(kind, written, abi, number, symbol_name(written, "") in filled, repeats, span, code)
        )
    return tuple(found)


_NEXT_TEXT = re.compile(r"^[ \t]*TEXT[ \t]", re.M)
_TO_SYMBOL = re.compile(r"(JMP|CALL|B|BL)\s+[^\s,*()]+\(SB\)")


def _jumps(text: str, start: int, unchecked: bool) -> Jumps | None:
    """The code of a TEXT that begins at `start`, a character; None where it does more than jump to symbols."""
    following = _NEXT_TEXT.search(text, start)
    counts = {"JMP": 0, "CALL": 0, "RET": 0}
    for statement in re.split(r"[;\n]", text[start : following.start() if following else len(text)]):
        jump, word = _TO_SYMBOL.fullmatch(statement.strip()), statement.strip()
        word = {"B": "JMP", "BL": "CALL"}.get(jump[1], jump[1]) if jump is not None else word
        if word in counts:
            counts[word] += 1
        elif word:
            return None
    return Jumps(counts["JMP"], counts["CALL"], counts["RET"], unchecked)


def _may_repeat(flags: str) -> bool:
    words = re.findall(r"\w+", flags)
    return "DUPOK" in words or any(w.isdigit() and int(w) & DUPOK for w in words)
