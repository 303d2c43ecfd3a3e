"""`catalog`: build the catalog from a GOROOT, or read it."""

from __future__ import annotations

import argparse

from golinkname_ls.catalog.store.version_catalog import CatalogError
from golinkname_ls.cli.catalog import build, diff, dump, search, show
from golinkname_ls.cli.command_error import CommandError
from golinkname_ls.golang.installation.goroot import NotAGoroot

_ACTIONS = {"build": build, "dump": dump, "show": show, "diff": diff, "search": search}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the actions."""
    actions = parser.add_subparsers(dest="action", required=True, metavar="ACTION")
    for name, module in _ACTIONS.items():
        module.add_arguments(actions.add_parser(name, help=module.HELP, description=module.HELP))


def run(arguments: argparse.Namespace) -> int:
    """Run the chosen action."""
    try:
        return int(_ACTIONS[arguments.action].run(arguments))
    except BrokenPipeError:
        raise
    except (NotAGoroot, CatalogError, OSError, ValueError) as error:
        raise CommandError(str(error)) from None
