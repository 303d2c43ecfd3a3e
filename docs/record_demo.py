"""Records docs/demo.svg: a terminal in which `golinkname-ls check` looks at a small module.

Run it again when the command's output has changed: python docs/record_demo.py
"""

import io
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from rich.console import Console
from rich.syntax import Syntax
from rich.text import Text

PICTURE = Path(__file__).with_name("demo.svg")
WIDTH = 100
COMMAND = ["check", "--go", "1.27", "--platform", "linux/amd64"]
MODULE = {
    "go.mod": "module example.com/clock\n\ngo 1.27\n",
    "clock.go": """\
package clock

import _ "unsafe"

//go:linkname nanotime runtime.nanotime
func nanotime() string

//go:linkname gcStart runtime.gcStart
func gcStart(kind int)

func Collect() string {
	gcStart(0)
	return nanotime()
}
""",
}


def output_of_check() -> str:
    """What the real command prints for the module, with its colours."""
    with tempfile.TemporaryDirectory() as folder:
        for name, text in MODULE.items():
            Path(folder, name).write_text(text)
        check = subprocess.run(  # noqa: S603
            [sys.executable, "-m", "golinkname_ls", *COMMAND],
            cwd=folder,
            env={**os.environ, "FORCE_COLOR": "1", "TERM": "xterm-256color", "COLUMNS": str(WIDTH)},
            stdout=subprocess.PIPE,
            text=True,
            check=False,
        )
    if check.returncode != 1:  # 1: there are findings
        sys.exit(f"check ended with {check.returncode}")
    return check.stdout


def record() -> str:
    """The picture, the same for the same output."""
    console = Console(record=True, width=WIDTH, force_terminal=True, file=io.StringIO())
    console.print("[bold green]$[/] cat clock.go")
    console.print(Syntax(MODULE["clock.go"].expandtabs(4), "go", theme="ansi_dark", background_color="default"))
    console.print(f"[bold green]$[/] golinkname-ls {' '.join(COMMAND)}", highlight=False)
    console.print(Text.from_ansi(output_of_check()))
    svg = console.export_svg(title="golinkname-ls", unique_id="demo")
    return re.sub(r"@font-face \{.*?\}\s*", "", svg, flags=re.DOTALL)  # a picture loads nothing from elsewhere


if __name__ == "__main__":
    PICTURE.write_text(record())
