"""Programs that import published modules: `python -m tests.field.programs` has the go command on PATH fetch what they need.

GOMODCACHE names the module cache that it is put into.
"""

from __future__ import annotations

import os
import subprocess
import tempfile
import tomllib
from dataclasses import dataclass
from pathlib import Path

from tests.tree import write_tree


@dataclass(frozen=True)
class Program:
    module: str
    version: str
    packages: tuple[str, ...]
    unreached: tuple[str, ...]

    def write(self, folder: Path) -> Path:
        """A module with a main that imports the packages."""
        imports = "".join(f'\t_ "{path}"\n' for path in self.packages)
        files = {
            "go.mod": f"module example.com/program\n\ngo 1.18\n\nrequire {self.module} {self.version}\n",
            "main.go": f"package main\n\nimport (\n{imports})\n\nfunc main() {{}}\n",
        }
        return write_tree(folder, files)


def programs() -> list[Program]:
    """Those of programs.toml."""
    found = tomllib.loads((Path(__file__).parent / "programs.toml").read_text("utf-8"))["program"]
    return [
        Program(p["module"], p["version"], tuple(p.get("packages", (p["module"],))), tuple(p.get("unreached", ())))
        for p in found
    ]


def main() -> None:
    """Fetch."""
    environment = {**os.environ, "GOTOOLCHAIN": "local", "GOWORK": "off", "GOFLAGS": ""}
    for program in programs():
        with tempfile.TemporaryDirectory() as name:
            subprocess.run(["go", "mod", "tidy"], cwd=program.write(Path(name)), env=environment, check=True)


if __name__ == "__main__":
    main()
