"""`serve`: the language server."""

from __future__ import annotations

import argparse
import importlib


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument("--stdio", action="store_true", help="talk over standard input and output (the default)")
    parser.add_argument("--tcp", type=int, metavar="PORT", help="listen on a local TCP port")


def run(arguments: argparse.Namespace) -> int:
    """Serve until the client says exit."""
    # By name: the command line must not import the protocol's libraries for any other command.
    return int(importlib.import_module("golinkname_ls.lsp.serve").serve(arguments.tcp))
