"""Small Go modules in a folder."""

from __future__ import annotations

from pathlib import Path

GO_MOD = "module example.com/m\n\ngo 1.27\n"


def write_module(folder: Path, files: dict[str, str]) -> Path:
    """Write files by their path; go.mod is there unless it is given."""
    for name, text in ({"go.mod": GO_MOD} | files).items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text.encode())
    return folder


PULL = """\
package main

import _ "unsafe"

//go:linkname schedinit runtime.schedinit
func schedinit()

func main() { schedinit() }
"""
