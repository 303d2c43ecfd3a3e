"""`demo`: writes a small Go module to a temporary folder and checks it."""

from __future__ import annotations

import argparse
import os
import tempfile
from pathlib import Path

from golinkname_ls.cli.commands import check as check_command

_FILES = {
    "go.mod": "module example.com/demo\n\ngo 1.22\n",
    "clock/clock.go": """\
package clock

// This file does not import unsafe.

//go:linkname Ticks runtime.cputicks
func Ticks() int64
""",
    "main.go": """\
package main

import (
	_ "unsafe"

	"example.com/demo/clock"
)

// Go 1.23 and later refuse this one: runtime does not mark it.
//
//go:linkname gcStart runtime.gcStart
func gcStart(kind int)

// There is no such func in any version.
//
//go:linkname privateHelper runtime.privateHelper
func privateHelper()

// It builds in every version, and reads garbage.
//
//go:linkname nanotime runtime.nanotime
func nanotime() string

func main() {
	gcStart(0)
	privateHelper()
	println(nanotime(), clock.Ticks())
}
""",
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare nothing: the command has no arguments."""


def run(arguments: argparse.Namespace) -> int:
    """Write, check, and say where the module is; 0 although there are findings."""
    folder = Path(tempfile.mkdtemp(prefix="golinkname-demo-"))
    for name, text in _FILES.items():
        file = folder / name
        file.parent.mkdir(exist_ok=True)
        file.write_text(text, "utf-8", newline="\n")
    print(f"A small Go module stands in {folder}; this is what `golinkname-ls check` says of it:\n")
    os.chdir(folder)
    parser = argparse.ArgumentParser()
    check_command.add_arguments(parser)
    check_command.run(parser.parse_args(["--platform", "linux/amd64"]))
    return 0
