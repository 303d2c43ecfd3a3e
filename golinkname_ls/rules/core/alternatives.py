"""Alternatives to a symbol that cannot be pulled: other names of it, names that are spelled alike, public API.

runtime.fastrandu  →  nearest: runtime.fastrand, runtime.fastrandn
pkg.Name           →  example.com/m/pkg.Name, where the package's path was left out
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterator
from urllib.parse import unquote

from golinkname_ls.catalog.std.renames_and_replacements import other_name, replacement
from golinkname_ls.catalog.std.symbols import split_symbol
from golinkname_ls.catalog.store.package_text import PackageText
from golinkname_ls.golang.targets.version import GoVersion
from golinkname_ls.linking.marks.pull_verdicts import PullVerdict, pull_verdict
from golinkname_ls.linking.resolving.definitions_outside_std import own_definitions
from golinkname_ls.rules.core.unit import Unit
from golinkname_ls.rules.edits.imports import guessed_package_name

_CLOSE_ENOUGH = 75


def may_pull(unit: Unit, symbol: str) -> bool:
    """Whether the linker lets the unit's package pull a symbol of std."""
    return pull_verdict(unit.symbols, symbol, unit.program.linker_path(unit.path))[0] is PullVerdict.ALLOWED


def name_in_target(unit: Unit, symbol: str) -> str:
    """The target version's name of a symbol that other versions have under this one; "" when nothing is known."""
    name = other_name(symbol, unit.target.go)
    return name if name and unit.symbols.find(name) is not None else ""


def replacement_text(symbol: str, version: GoVersion) -> str:
    """The public API in a symbol's place, or that there is none, as the end of a sentence; "" when nothing is known."""
    known = replacement(symbol)
    if known is None or known.since > version:
        return ""
    return f"; instead: {known.use} ({known.note})" if known.use else f"; {known.note}"


def suggestion(unit: Unit, symbol: str, nearest: list[str]) -> tuple[str, list[str]]:
    """The end of a message that names alternatives, and those of them that may be pulled.

    `nearest` are the names to fall back on: the symbol's name in this version, or its path escaped as the linker
    escapes it, are surer.
    """
    other = name_in_target(unit, symbol)
    if other:
        return f"; there it is {other}", [other] if may_pull(unit, other) else []
    escaped = _escaped(unit, symbol)
    names = [escaped] if escaped else nearest
    return (f"; nearest: {', '.join(names)}" if names else ""), names


def _escaped(unit: Unit, symbol: str) -> str:
    """The symbol with its package's path escaped as the linker escapes it, "" when that is not the mistake."""
    lowered = unquote(symbol)
    for prefix, path in unit.program.prefixes.items():
        if prefix != "main" and lowered.startswith(path + "."):
            right = prefix + lowered[len(path) :]
            return right if right != symbol and prefix != path else ""
    return ""


def qualified_names(unit: Unit, symbol: str) -> list[str]:
    """The symbols that `symbol` names when it lacks its package's path, or its package altogether."""
    return sorted(_qualified(unit, symbol))[:3]


def _qualified(unit: Unit, symbol: str) -> Iterator[str]:
    head, name = split_symbol(symbol)
    if not name or unit.symbols.has_package(head) or head in unit.program.prefixes:
        return
    if not head:
        if may_pull(unit, f"runtime.{name}"):
            yield f"runtime.{name}"
        return
    for prefix, path in unit.program.prefixes.items():
        found = f"{prefix}.{name}"
        if guessed_package_name(path) == head and own_definitions(unit.program, found, unit.target):
            yield found
    for path in unit.symbols.catalog.paths:
        if guessed_package_name(path) == head and may_pull(unit, f"{path}.{name}"):
            yield f"{path}.{name}"


def nearest_names(unit: Unit, symbol: str, fits: Callable[[str], bool] | None = None) -> list[str]:
    """The symbols of the same package that are spelled alike, may be pulled and fit, the nearest first."""
    path, name = split_symbol(symbol)
    package = unit.symbols.catalog.package(path)
    if package is None:
        return []
    alike = (f"{path}.{candidate}" for candidate in _close(name, package)[:20])
    return [s for s in alike if may_pull(unit, s) and (fits is None or fits(s))][:3]


def _close(name: str, package: PackageText) -> list[str]:
    """The names of a package that are spelled alike, the nearest first."""
    # Imported when needed: most files have nothing misspelled, and it takes a tenth of the start.
    from rapidfuzz import process

    scores, seen = _scores(name)
    unseen = package.names - seen
    scores.update((n, score) for n, score, _ in process.extract(name, unseen, limit=None, score_cutoff=_CLOSE_ENOUGH))
    seen |= unseen
    return sorted(scores.keys() & package.names, key=lambda n: (-scores[n], n))


# The versions of a window have nearly all their names in common.
@functools.lru_cache(maxsize=8)
def _scores(name: str) -> tuple[dict[str, float], set[str]]:
    """Scores of the names close to a misspelled one, and all names compared with it so far, version by version."""
    return {}, set()
