"""The most bytes that the assembler makes of a TEXT with a few lines (cmd/internal/obj; 1.23.9, measured on ten architectures)."""

from __future__ import annotations

import re

from golinkname_ls.catalog.assembly import active, blanked

# A jump or call to a symbol, and a return.
_SIZES = {"amd64": (5, 1), "386": (5, 1)}
_ELSEWHERE = (8, 4)
# Some assemblers fill up the last bytes of a text.
_FILLED = {"amd64": 1, "386": 1, "arm": 4, "loong64": 4, "riscv64": 4, "ppc64": 4, "ppc64le": 4}
_FILLED_ELSEWHERE = 16
# No instruction takes more, whatever the assembler makes of it.
_MOST = 32
# What makes room on the stack, looks whether there is any, and asks for more.
_FRAME, _CHECK = 32, 160
_NEXT = re.compile(r"^[ \t]*(?:TEXT|GLOBL|DATA)\b", re.M)
_HEAD = re.compile(r"\(SB\)[ \t]*,(?:[ \t]*([\w|()+ ]+?)[ \t]*,)?[ \t]*\$(-?\d+)(?:-\d+)?[ \t]*(?=[\n;]|\Z)")
_LABEL = re.compile(r"^\s*\w+:(?!:)")
_TO_SYMBOL = re.compile(r"(?:JMP|CALL|B|BL)\s+[^\s,]+\(SB\)")
_INSTRUCTION = re.compile(r"[A-Z][A-Z0-9.]*(?:\s+[^\n]*)?")
# Of these the assembler makes as many bytes as they say.
_ANY_SIZE = re.compile(r"PCALIGN|FUNCDATA|PCDATA|UNDEF|NOP")


def most_bytes(data: bytes, end_of_name: int, goarch: str, names: frozenset[str]) -> int | None:
    """For the TEXT whose name ends there, in characters; None where a macro or an unknown line may make more of it.

    `names` is what `#ifdef` finds defined.
    """
    text = blanked(active(data.decode("utf-8", "surrogateescape"), names))
    head = _HEAD.match(text, end_of_name)
    if head is None or "#define" in text:
        return None
    following = _NEXT.search(text, head.end())
    body = text[head.end() : following.start() if following else len(text)]
    jump, leave = _SIZES.get(goarch, _ELSEWHERE)
    total = _FRAME if int(head[2]) > 0 else 0
    calls = False
    for line in re.split(r"[;\n]", body):
        statement = _LABEL.sub("", line).strip()
        if not statement or statement.startswith("#"):
            continue
        if not _INSTRUCTION.fullmatch(statement) or _ANY_SIZE.match(statement):
            return None
        calls = calls or statement.startswith(("CALL", "BL"))
        total += leave if statement == "RET" else jump if _TO_SYMBOL.fullmatch(statement) else _MOST
    if calls or int(head[2]) > 0:
        total += 0 if "NOSPLIT" in (head[1] or "") and goarch in _SIZES else _CHECK
    fill = _FILLED.get(goarch, _FILLED_ELSEWHERE)
    return -(-total // fill) * fill
