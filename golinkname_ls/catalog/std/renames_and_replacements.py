"""Facts about std that declarations do not tell: other names of symbols, public API in their place, calls of assembly.

The data is `catalog/knowledge/*.toml`, each entry with where it was read.
"""

from __future__ import annotations

import functools
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from golinkname_ls.catalog.std.symbols import split_symbol
from golinkname_ls.catalog.store.version_catalog import CatalogError, shipped
from golinkname_ls.golang.targets.version import GoVersion


@dataclass(frozen=True, slots=True)
class Replacement:
    """Public API that does a symbol's work. `use` is "" where there is none, and `note` says why."""

    remotes: tuple[str, ...]
    use: str
    since: GoVersion
    note: str
    source: str


@dataclass(frozen=True, slots=True)
class Renames:
    """The names of one symbol or package, oldest first, each with the first version that has it."""

    names: tuple[tuple[GoVersion, str], ...]
    source: str

    def at(self, version: GoVersion) -> str:
        """The name in a version, "" before the first one."""
        return next((name for since, name in reversed(self.names) if since <= version), "")

    def since(self, name: str) -> GoVersion:
        """The first version with a name."""
        return next(since for since, known in self.names if known == name)


def replacement(remote: str) -> Replacement | None:
    """The public API in the place of a symbol, None where nothing is known."""
    return _replacements().get(remote)


def other_name(symbol: str, version: GoVersion) -> str:
    """Name in `version` of a symbol given by its name in another version; "" when no rename is known."""
    symbols, packages = _renames()
    if symbol in symbols:
        found = symbols[symbol].at(version)
        return found if found != symbol else ""
    path, name = split_symbol(symbol)
    if path in packages:
        found = packages[path].at(version)
        return f"{found}.{name}" if found not in ("", path) else ""
    return ""


def every_replacement() -> list[Replacement]:
    """All replacements, in the order of the file."""
    return list(dict.fromkeys(_replacements().values()))


def every_rename() -> tuple[list[Renames], list[Renames]]:
    """All renames: those of symbols, and those of packages."""
    return tuple(list({id(r): r for r in table.values()}.values()) for table in _renames())  # type: ignore[return-value]


def called_unchecked(symbol: str, version: GoVersion) -> bool:
    """Whether every program calls a std assembly func from code without a stack check."""
    return any(since <= version and (until is None or version <= until) for since, until in _called().get(symbol, ()))


@functools.cache
def initial_data(version: GoVersion) -> dict[str, bool]:
    """Std vars of which the declaration does not tell whether they have initial data, each with the answer.

    Measured on linux/amd64, by the object files that each version's compiler makes of std; of a version that was not
    measured nothing is known.
    """
    file = Path(shipped().folder, "knowledge/initial_data", f"{version}.txt")
    try:
        rows = file.read_bytes().decode("utf-8").splitlines()
    except FileNotFoundError:
        return {}
    except (OSError, UnicodeDecodeError) as error:
        raise CatalogError(f"{file} cannot be read: {error}") from None
    return {row[2:]: row.startswith("+") for row in rows}


@functools.cache
def _called() -> dict[str, list[tuple[GoVersion, GoVersion | None]]]:
    found: dict[str, list[tuple[GoVersion, GoVersion | None]]] = {}
    for entry in _tables("nosplit.toml")["called"]:
        until = GoVersion.parse(entry["until"]) if "until" in entry else None
        for symbol in entry["symbols"]:
            found.setdefault(symbol, []).append((GoVersion.parse(entry["since"]), until))
    return found


@functools.cache
def _replacements() -> dict[str, Replacement]:
    found = {}
    for entry in _tables("replacements.toml")["replacement"]:
        remotes = tuple(entry["remotes"])
        known = Replacement(remotes, entry["use"], GoVersion.parse(entry["since"]), entry["note"], entry["source"])
        found.update(dict.fromkeys(remotes, known))
    return found


@functools.cache
def _renames() -> tuple[dict[str, Renames], dict[str, Renames]]:
    tables = _tables("renames.toml")
    return _by_name(tables["symbol"]), _by_name(tables["package"])


def _by_name(entries: list[dict[str, Any]]) -> dict[str, Renames]:
    found = {}
    for entry in entries:
        names = sorted((GoVersion.parse(since), name) for since, name in entry["names"].items())
        renames = Renames(tuple(names), entry["source"])
        found.update({name: renames for _, name in names if name})
    return found


def _tables(name: str) -> dict[str, Any]:
    file = Path(shipped().folder, "knowledge", name)
    try:
        return tomllib.loads(file.read_bytes().decode("utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise CatalogError(f"{file} cannot be read: {error}") from None
