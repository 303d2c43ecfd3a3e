"""What to do about a symbol that cannot be pulled, in words for the end of a message."""

from __future__ import annotations

from golinkname_ls.catalog.std.knowledge import other_name, replacement
from golinkname_ls.golang.targets.version import GoVersion
from golinkname_ls.rules.core.unit import Unit


def name_in_target(unit: Unit, symbol: str) -> str:
    """What the target's version calls a symbol that other versions have under this name; "" when nothing is known."""
    name = other_name(symbol, unit.target.go)
    return name if name and unit.symbols.find(name) is not None else ""


def replacement_text(symbol: str, version: GoVersion) -> str:
    """The public API in a symbol's place, or that there is none, as the end of a sentence; "" when nothing is known."""
    known = replacement(symbol)
    if known is None or known.since > version:
        return ""
    return f"; instead: {known.use} ({known.note})" if known.use else f"; {known.note}"
