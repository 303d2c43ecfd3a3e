"""Fixes that change a directive's remote: to the name in this version, the nearest name, or the one with its path.

Where upstream has another name only in part of the window, each name gets a file of its own.
"""

from __future__ import annotations

from collections.abc import Iterable

from golinkname_ls.golang.targets.version import GoVersion
from golinkname_ls.program.directive_with_stub import Link
from golinkname_ls.rules.core.alternatives import name_in_target
from golinkname_ls.rules.core.deferred_call import DeferredCall
from golinkname_ls.rules.core.finding import Fix
from golinkname_ls.rules.core.item_place import Anchor, at_remote
from golinkname_ls.rules.core.remote_trial import fits
from golinkname_ls.rules.core.unit import Unit
from golinkname_ls.rules.edits.change import FileChange
from golinkname_ls.rules.edits.lines import replace
from golinkname_ls.rules.edits.version_runs import fewest_groups, version_ranges
from golinkname_ls.rules.fixes.signature_variants import Variant, same_link, stub_text
from golinkname_ls.rules.fixes.version_files import split_by_version
from golinkname_ls.syntax.files.source_file import SourceFile


def change_remote(unit: Unit, link: Link, symbols: Iterable[str]) -> tuple[Fix, ...]:
    """Fixes that take another remote, one for each symbol that links and fits the stub; then a file for each version.

    The latter where no name does for the whole window, but each version of it has one.
    """
    if not link.directive.remote:
        return ()
    symbols, at, fixes = list(symbols), at_remote(link), list[Fix]()
    window, whole = _by_version(unit), False
    for symbol in symbols:
        if not fits(unit, link, symbol):
            continue
        versions = [version for version, units in window.items() if _fits_all(units, link, symbol)]
        everywhere = len(versions) == len(window)
        whole = whole or everywhere
        where = f" for Go {version_ranges(versions)}" if versions and not everywhere else ""
        fixes.append(
            Fix(f"Change the remote to {symbol}{where}", False, DeferredCall(_replaced, unit.source, at, symbol))
        )
    return (*fixes, *(() if whole else _split(unit, link, symbols)))


def _split(unit: Unit, link: Link, symbols: list[str]) -> tuple[Fix, ...]:
    """A file for each run of versions that one name does for."""
    window = _by_version(unit)
    others = (name_in_target(other, link.remote) for units in window.values() for other in units)
    names = list(dict.fromkeys([link.remote, *symbols, *filter(None, others)]))
    groups = fewest_groups(window, len(names), lambda n, version: _fits_all(window[version], link, names[n]))
    text = stub_text(link)
    known = [Variant(tuple(g), text, {}, None, True, name) for name, g in zip(names, groups or (), strict=False) if g]
    return split_by_version(unit, link, known)


def _by_version(unit: Unit) -> dict[GoVersion, list[Unit]]:
    """The units of the window, oldest version first: one for each platform."""
    found: dict[GoVersion, list[Unit]] = {}
    for other in sorted(unit.window, key=lambda u: u.target.go):
        found.setdefault(other.target.go, []).append(other)
    return found


def _fits_all(units: list[Unit], link: Link, symbol: str) -> bool:
    """Whether the directive with this remote is right on all these targets."""
    same = [(unit, same_link(unit, link)) for unit in units]
    return all(there is not None and fits(unit, there, symbol) for unit, there in same)


def _replaced(source: SourceFile, at: Anchor, text: str) -> tuple[FileChange, ...]:
    return (replace(source, at.span, text),)
