"""The symbols that a remote which is not there may have been meant to be."""

from __future__ import annotations

import functools
from collections.abc import Callable
from urllib.parse import unquote

from golinkname_ls.catalog.std.symbols import split_symbol
from golinkname_ls.catalog.store.package_text import PackageText
from golinkname_ls.linking.marks.pull_verdicts import Pull, pull
from golinkname_ls.rules.core.advice import name_in_target
from golinkname_ls.rules.core.unit import Unit

_CLOSE_ENOUGH = 75


def suggestion(unit: Unit, symbol: str, nearest: list[str]) -> tuple[str, list[str]]:
    """What to say of the names that come into question, as the end of a sentence, and those that may be pulled.

    `nearest` are the names to fall back on: what the symbol is called in this version, and a path that is only not
    written as the linker writes it, are surer.
    """
    escaped = _escaped(unit, symbol)
    other = name_in_target(unit, symbol)
    if other:
        return f"; there it is {other}", [other] if pull(unit.symbols, other, unit.path)[0] is Pull.ALLOWED else []
    names = [escaped] if escaped else nearest
    return (f"; nearest: {', '.join(names)}" if names else ""), names


def _escaped(unit: Unit, symbol: str) -> str:
    """The symbol with its package's path written as the linker writes it, "" when that is not the mistake."""
    lowered = unquote(symbol)
    for prefix, path in unit.program.prefixes.items():
        if prefix != "main" and lowered.startswith(path + "."):
            right = prefix + lowered[len(path) :]
            return right if right != symbol and prefix != path else ""
    return ""


def nearest_names(unit: Unit, symbol: str, fits: Callable[[str], bool] | None = None) -> list[str]:
    """The symbols of the same package that are spelled alike, may be pulled and fit, the nearest first."""
    path, name = split_symbol(symbol)
    package = unit.symbols.catalog.package(path)
    if package is None:
        return []
    alike = (f"{path}.{candidate}" for candidate in _close(name, package)[:20])
    return [s for s in alike if pull(unit.symbols, s, unit.path)[0] is Pull.ALLOWED and (fits is None or fits(s))][:3]


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
    """What is found out about a misspelled name, version by version: the close ones' scores, and all compared with it."""
    return {}, set()
