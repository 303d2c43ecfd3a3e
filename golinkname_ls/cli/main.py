"""Reads the command line and runs one command."""

from __future__ import annotations

import argparse
import importlib
import io
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from golinkname_ls import __version__
from golinkname_ls.cli.terminal_text import legible

# Imported when chosen: `check` never pays for the language server's libraries.
COMMANDS = ("serve", "check", "explain", "abi", "catalog", "demo", "doctor")


class CannotDo(Exception):
    """What was asked for could not be done; the message is one line for stderr, the exit status 2."""


def run(arguments: Sequence[str]) -> int:
    """Run one command; returns the exit status: 0 fine, 1 findings, 2 it could not do what was asked."""
    parser = argparse.ArgumentParser(prog="golinkname-ls", description="Checks Go's //go:linkname directives.")
    parser.add_argument("--version", action="version", version=f"golinkname-ls {__version__}")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    chosen = next((a for a in arguments if a in COMMANDS), None)
    for name in COMMANDS:
        module = (
            importlib.import_module(f"golinkname_ls.cli.commands.{name}") if name == chosen or chosen is None else None
        )
        command = commands.add_parser(name, help=_HELP[name], description=_HELP[name])
        if module is not None:
            module.arguments(command)
            command.set_defaults(run=module.run)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # Names of files need not be text; JSON reads what they become as what Python has for them.
            stream.reconfigure(errors="backslashreplace")
    if sys.stdout is None or sys.stderr is None:  # Closed by who started it.
        _turn_off("stdout", sys.stdout)
        _turn_off("stderr", sys.stderr)
    try:
        options = parser.parse_args(arguments)
        status = int(options.run(options))
        if not sys.stdout.closed:
            sys.stdout.flush()
        return status
    except CannotDo as error:
        print(f"golinkname-ls: {legible(str(error))}", file=sys.stderr)
        return 2
    except BrokenPipeError:
        _turn_off("stdout")  # The reader went away.
        return 2
    except OSError as error:
        _turn_off("stdout")
        of = f"{error.filename}: " if error.filename else ""
        print(f"golinkname-ls: {legible(of + (error.strerror or str(error)))}", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        return 130
    except SystemExit as stop:
        return int(stop.code or 0)
    except Exception as error:  # noqa: BLE001  (a user gets one line)
        import traceback  # Nobody waits for it.

        frames = traceback.extract_tb(error.__traceback__)
        place = f"{Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames else "?"
        said = f"internal error, please report it: {type(error).__name__} at {place}: {error}"
        print(f"golinkname-ls: {legible(said)}", file=sys.stderr)
        return 2


def _turn_off(name: str, unless: object = None) -> None:
    if unless is None:
        setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: SIM115, PTH123


_HELP = {
    "serve": "run the language server",
    "check": "check files and folders",
    "explain": "show a rule's page",
    "abi": "show where each argument and result of a signature travels",
    "catalog": "build or read the catalog of Go versions",
    "demo": "write a small Go module to a temporary folder and check it",
    "doctor": "show versions, GOROOT, catalog and configuration in force",
}
