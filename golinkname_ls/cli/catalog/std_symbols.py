"""The std symbols of a Go version on a platform as the command line names them, and their JSON."""

from __future__ import annotations

import argparse
from dataclasses import asdict

from golinkname_ls.catalog.std.symbols import TargetSymbols
from golinkname_ls.catalog.store.version_catalog import shipped
from golinkname_ls.cli.command_error import CommandError
from golinkname_ls.golang.targets.platform import Platform
from golinkname_ls.golang.targets.target import Target
from golinkname_ls.golang.targets.version import GoVersion
from golinkname_ls.linking.std_versions.version_diff import SymbolState


def add_target_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare --platform and --format."""
    parser.add_argument("--platform", default="linux/amd64", help="GOOS/GOARCH (default: linux/amd64)")
    parser.add_argument("--format", choices=["text", "json"], default="text")


def symbols_of(version: str, platform: Platform) -> TargetSymbols:
    """The symbols of a version as written on the command line; raises CommandError when the catalog lacks it."""
    catalog = shipped()
    known = ", ".join(map(str, catalog.versions))
    try:
        parsed = GoVersion.parse(version)
    except ValueError as error:
        raise CommandError(f"{error}; the catalog has {known}") from None
    opened = catalog.version(parsed)
    if opened is None:
        raise CommandError(f"Go {parsed} is not in the catalog, which has {known}")
    return TargetSymbols(opened, Target(parsed, platform))


def state_json(state: SymbolState | None) -> dict[str, object] | None:
    """A symbol's state as a JSON object; None where nothing defines it."""
    if state is None:
        return None
    fields = asdict(state)
    del fields["symbol"]
    return fields | {"pull": state.pull.value, "marks": list(state.marks)}
