"""`check` as a person and as CI see it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

MODULE = {
    "go.mod": "module example.com/m\n\ngo 1.22\n",
    "main.go": """\
package main

import _ "unsafe"

//go:linkname gcStart runtime.gcStart
func gcStart(kind int)

//go:linkname privateHelper runtime.privateHelper
func privateHelper()

//go:linkname nanotime runtime.nanotime
func nanotime() string

func main() { gcStart(0); privateHelper(); println(nanotime()) }
""",
}


def run(*arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    environment = {k: v for k, v in os.environ.items() if k != "GOROOT"} | {"PATH": "", "PYTHONUTF8": "1"}
    root = str(Path(__file__).parents[3])
    environment["PYTHONPATH"] = root
    command = [sys.executable, "-m", "golinkname_ls", *arguments]
    return subprocess.run(command, cwd=cwd, env=environment, capture_output=True, text=True, timeout=60, check=False)


@pytest.fixture
def module(tmp_path: Path) -> Path:
    for name, text in MODULE.items():
        (tmp_path / name).write_text(text, "utf-8", newline="\n")
    return tmp_path


def test_json_lists_the_versions_each_finding_holds_for(module: Path) -> None:
    done = run("check", "--format", "json", "--go", "1.22,1.27", cwd=module)
    assert done.returncode == 1, done.stderr
    document = json.loads(done.stdout)
    assert document["schema"] == 1
    assert document["directives"] == 3
    found = {f["code"]: f for f in document["findings"]}
    assert found["LN201"]["go"] == ["1.27"]
    assert found["LN202"]["go"] == ["1.22", "1.27"]
    assert found["LN301"]["go"] == ["1.22", "1.27"]
    (edit,) = found["LN301"]["fixes"][0]["edits"]
    text = MODULE["main.go"].encode()
    fixed = text[: edit["start"]] + edit["text"].encode() + text[edit["end"] :]
    assert b"\nfunc nanotime() int64\n" in fixed
    start = found["LN201"]["start"]
    assert text[start["offset"] :].startswith(b"runtime.gcStart")
    assert (start["line"], start["column"]) == (5, 23)


def test_text_shows_the_line_and_carets(module: Path) -> None:
    done = run("check", "--go", "1.27", cwd=module)
    assert "main.go:5:23: error LN201 invalid reference to runtime.gcStart" in done.stdout
    assert "^^^^^^^^^^^^^^^" in done.stdout


def test_exit_status_is_2_with_one_line_when_it_cannot(module: Path) -> None:
    for arguments in (
        ("check", "nowhere"),
        ("check", "--go", "1.99"),
        ("check", "--platform", "x/y"),
        ("explain", "LN999"),
    ):
        done = run(*arguments, cwd=module)
        assert done.returncode == 2, arguments
        assert done.stderr.count("\n") == 1, done.stderr


def test_the_command_line_does_not_import_the_protocol(module: Path) -> None:
    program = (
        "import sys; from golinkname_ls.cli.main import run; run(['check']); "
        "sys.exit(any(m.startswith(('pygls', 'lsprotocol')) for m in sys.modules))"
    )
    environment = os.environ | {"PYTHONPATH": str(Path(__file__).parents[3])}
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=module, env=environment, capture_output=True, check=False
    )
    assert done.returncode == 0, done.stderr


def test_demo_prints_its_findings(tmp_path: Path) -> None:
    done = run("demo", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    for code in ("LN104", "LN201", "LN202", "LN301"):
        assert code in done.stdout


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"package main\n//go:linkname ",
        b"package main\n<<<<<<< HEAD\n//go:linkname a b\n=======\n//go:linkname a c\n>>>>>>> x\n",
        b"\xff\xfe\x00//go:linkname \xff\xff \xfe\n",
        b'\xef\xbb\xbfpackage main\r\n\r\nimport _ "unsafe"\r\n//go:linkname f runtime.nanotime\r\nfunc f(\r\n',
    ],
)
def test_broken_input_gives_no_traceback(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "a.go").write_bytes(data)
    done = run("check", cwd=tmp_path)
    assert done.returncode in (0, 1)
    assert "Traceback" not in done.stderr + done.stdout
