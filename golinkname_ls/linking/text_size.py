"""The most bytes that the assembler makes of a TEXT that only jumps, calls and returns (1.23.9, measured on ten architectures)."""

from __future__ import annotations

import re
from typing import NamedTuple

from golinkname_ls.catalog.assembly import blanked


class _Sizes(NamedTuple):
    """Bytes of a jump (or call) to a symbol and of a return; the whole is filled up to a multiple of `filled`."""

    jump: int = 8
    leave: int = 8
    filled: int = 16
    calls: bool = False
    """Whether a call takes no more than a jump does: elsewhere something is saved before."""


_X86 = _Sizes(5, 1, 1, calls=True)
_FOUR = _Sizes(8, 4, 4)
_KNOWN = {
    "amd64": _X86,
    "386": _X86,
    "arm": _FOUR,
    "loong64": _FOUR,
    "riscv64": _FOUR,
    "ppc64": _FOUR,
    "ppc64le": _FOUR,
}
_NEXT = re.compile(r"^[ \t]*TEXT[ \t]", re.M)
_HEAD = re.compile(r"\(SB\)[ \t]*,(?:[ \t]*([\w|()+ ]+?)[ \t]*,)?[ \t]*\$0(?:-\d+)?[ \t]*(?=[\n;]|\Z)")
_LABEL = re.compile(r"^\s*[a-z]\w*:")
_TO_SYMBOL = re.compile(r"(JMP|CALL|B|BL)\s+[^\s,*()]+\(SB\)")
# Others may define what an instruction is, or end what is left out.
_NOT_PLAIN = re.compile(r"^[ \t]*#(?![ \t]*include[ \t]+\"(?:textflag|funcdata)\.h\")", re.M)


def most_bytes(data: bytes, end_of_name: int, goarch: str) -> int | None:
    """For the TEXT whose name ends there, in characters; None where it does more, or where macros may make more of it."""
    text = blanked(data.decode("utf-8", "surrogateescape"))
    head = _HEAD.match(text, end_of_name)
    if head is None or "WRAPPER" in (head[1] or "") or _NOT_PLAIN.search(text):
        return None
    sizes = _KNOWN.get(goarch, _Sizes())
    if "NOSPLIT" not in (head[1] or "") and not sizes.calls:
        return None
    following = _NEXT.search(text, head.end())
    total = 0
    for line in re.split(r"[;\n]", text[head.end() : following.start() if following else len(text)]):
        statement = _LABEL.sub("", line).strip()
        jump = _TO_SYMBOL.fullmatch(statement)
        if jump is not None and (sizes.calls or jump[1] in ("JMP", "B")):
            total += sizes.jump
        elif statement == "RET":
            total += sizes.leave
        elif statement:
            return None
    return -(-total // sizes.filled) * sizes.filled
