"""The command line: parses the arguments and runs one command."""

from __future__ import annotations

import argparse
import importlib
import io
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from golinkname_ls import __version__
from golinkname_ls.cli.command_error import CommandError
from golinkname_ls.cli.terminal_safe_text import print_message

# The modules in cli/commands, each with `add_arguments` and `run`.
COMMANDS = {
    "serve": "run the language server",
    "check": "check files and folders",
    "explain": "show a rule's page",
    "abi": "show where each argument and result of a signature travels",
    "catalog": "build or read the catalog of Go versions",
    "demo": "write a small Go module to a temporary folder and check it",
    "doctor": "show versions, GOROOT, catalog and configuration in force",
}


def run(arguments: Sequence[str]) -> int:
    """Run one command; returns the exit status: 0 fine, 1 findings, 2 it could not do what was asked."""
    _prepare_streams()
    try:
        parsed = _parser(arguments).parse_args(arguments)
        status = int(parsed.run(parsed))
        if not sys.stdout.closed:
            sys.stdout.flush()
        return status
    except KeyboardInterrupt:
        return 130
    except SystemExit as stop:
        return int(stop.code or 0)
    except Exception as error:  # noqa: BLE001  (a user gets one line)
        return _failed(error)


def _parser(arguments: Sequence[str]) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="golinkname-ls", description="Checks Go's //go:linkname directives.")
    parser.add_argument("--version", action="version", version=f"golinkname-ls {__version__}")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    chosen = next((a for a in arguments if a in COMMANDS), None)
    for name, description in COMMANDS.items():
        command = commands.add_parser(name, help=description, description=description)
        if chosen in (None, name):
            # Imported when chosen: `check` never pays for the language server's libraries.
            module = importlib.import_module(f"golinkname_ls.cli.commands.{name}")
            module.add_arguments(command)
            command.set_defaults(run=module.run)
    return parser


def _prepare_streams() -> None:
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:
            _discard(name)  # Closed by who started it.
        elif isinstance(stream, io.TextIOWrapper):
            # Names of files need not be text; JSON reads what they become as what Python has for them.
            stream.reconfigure(errors="backslashreplace")


def _failed(error: Exception) -> int:
    """Say in one line why a command failed; the exit status."""
    match error:
        case CommandError():
            print_message(str(error))
        case BrokenPipeError():
            _discard("stdout")  # The reader went away.
        case OSError():
            _discard("stdout")
            of = f"{error.filename}: " if error.filename else ""
            print_message(of + (error.strerror or str(error)))
        case _:
            import traceback  # Imported late: nobody waits for it.

            frames = traceback.extract_tb(error.__traceback__)
            place = f"{Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames else "?"
            print_message(f"internal error, please report it: {type(error).__name__} at {place}: {error}")
    return 2


def _discard(name: str) -> None:
    """Send what is written to a standard stream from now on nowhere."""
    setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: SIM115, PTH123
