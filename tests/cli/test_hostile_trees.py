"""Trees as no one would make them: one clear line or finding, the right exit status, no traceback and no waiting."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from tests.analysis.modules import PULL, write_module

FORMATS = ("text", "json", "sarif", "github")

posix = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pipes and no such names in its folders")


def trouble(command, *arguments: str) -> str:
    """The one line that is said of what could not be looked at, the same in each format."""
    said = set()
    for name in FORMATS:
        done = command("check", "--format", name, *arguments)
        assert done.status == 2
        said.add(done.err)
    [line] = said
    assert line.count("\n") == 1
    return line


@posix
@pytest.mark.parametrize("name", ["y.go", "y.s"])
def test_a_pipe_is_not_waited_for(command, name):
    os.mkfifo(write_module(command.folder, {"main.go": PULL}) / name)
    assert trouble(command) == f"golinkname-ls: {name}: Not a regular file\n"
    assert "LN201" in command("check").out


@posix
@pytest.mark.parametrize("name", ["y.c", "y.h", "Makefile", ".github/workflows/y.yml", "go.work"])
def test_a_pipe_among_what_is_only_looked_into(command, name):
    assembly = '#include "y.h"\nTEXT ·f(SB),4,$0-0\n\tRET\n'
    pipe = write_module(command.folder, {"main.go": PULL, "a_amd64.s": assembly}) / name
    pipe.parent.mkdir(parents=True, exist_ok=True)
    os.mkfifo(pipe)
    done = command("check", "--format", "json", "--select", "LN201")
    assert (done.status, done.codes, done.err) == (1, ["LN201"], "")


@posix
def test_links_that_lead_nowhere(command):
    folder = write_module(command.folder, {"main.go": PULL})
    (folder / "loop.go").symlink_to("loop.go")
    (folder / "round").symlink_to(".")
    assert "loop.go: Too many levels of symbolic links" in trouble(command)


def test_a_folder_named_as_a_file(command):
    write_module(command.folder, {"main.go": PULL, "x.go/x.go": "package x\n", "y.s/z.go": "package z\n"})
    done = command("check", "--format", "json", "--select", "LN201")
    assert (done.status, done.codes, done.err) == (1, ["LN201"], "")


@pytest.mark.parametrize("name", ["golinkname.toml", "vendor/modules.txt", "Makefile"])
def test_a_folder_in_the_place_of_what_says_how_to_build(command, name):
    (write_module(command.folder, {"main.go": PULL}) / name).mkdir(parents=True)
    done = command("check", "--format", "json", "--select", "LN201")
    if name == "golinkname.toml":
        assert (done.status, done.err) == (2, "golinkname-ls: golinkname.toml:1: cannot be read: Not a regular file\n")
    else:
        assert (done.status, done.codes, done.err) == (1, ["LN201"], "")


def test_a_configuration_nested_too_deeply(command):
    write_module(command.folder, {"main.go": PULL, "golinkname.toml": "a = " + "[" * 5000})
    assert trouble(command).startswith("golinkname-ls: golinkname.toml:1: ")


def test_a_configuration_in_another_encoding(command):
    write_module(command.folder, {"main.go": PULL})
    (command.folder / "golinkname.toml").write_bytes(b'versions = "1.22"\nplatforms = ["\xe9"]\n')
    assert trouble(command) == "golinkname-ls: golinkname.toml:2: cannot be read: it is not UTF-8\n"


@pytest.mark.parametrize(
    ("text", "why"),
    [
        (
            "module example.com/m\n<<<<<<< HEAD\ngo 1.22\n=======\ngo 1.25\n>>>>>>> x\n",
            ":2: a merge conflict is left in it",
        ),
        ("", ": it has no module line"),
    ],
)
def test_a_go_mod_that_no_go_command_reads(command, text, why):
    write_module(command.folder, {"main.go": PULL, "go.mod": text})
    assert trouble(command) == f"golinkname-ls: go.mod{why}\n"


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("nonsense\n", ":1: unknown directive: nonsense"),
        ("go 1.22\n\nuse .\nuse ./missing\n", ": it uses ./missing, where no go.mod is"),
    ],
)
def test_a_go_work_that_no_go_command_reads(command, text, why):
    write_module(command.folder, {"main.go": PULL, "go.work": text})
    assert trouble(command) == f"golinkname-ls: go.work{why}\n"


@pytest.mark.parametrize("pattern", ["!", "[z-a]", "[[:foo:]]", "a\\\\"])
def test_a_pattern_that_is_none(command, pattern):
    write_module(command.folder, {"main.go": PULL})
    (command.folder / "golinkname.toml").write_text(f'tags = []\nignore = ["fine/**", "{pattern}"]\n')
    assert trouble(command).startswith("golinkname-ls: golinkname.toml:2: ignore: ")


def test_a_file_that_is_neither_go_nor_assembly(command):
    write_module(command.folder, {"main.go": PULL, "notes.txt": PULL})
    said = trouble(command, "notes.txt")
    assert said == "golinkname-ls: notes.txt: is neither a Go file nor an assembly file (.go, .s)\n"


@pytest.mark.parametrize(
    "text",
    [
        "[" * 100_000,
        '{"schema": 1, "findings": [{"count": 1e999}]}',
        "[]",
        '{"schema": 1, "findings": [{"count": -1}]}',
    ],
)
def test_a_baseline_that_is_none(command, text):
    write_module(command.folder, {"main.go": PULL})
    (command.folder / "b.json").write_text(text)
    assert trouble(command, "--baseline", "b.json").startswith("golinkname-ls: b.json: is no baseline: ")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="the device that is always full is Linux's")
@pytest.mark.parametrize("name", FORMATS)
def test_output_that_nothing_holds(name, tmp_path):
    folder = write_module(tmp_path, {"main.go": PULL})
    command = [sys.executable, "-m", "golinkname_ls", "check", "--format", name, str(folder)]
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert (done.returncode, done.stderr) == (2, "golinkname-ls: No space left on device\n")


def test_an_error_of_ours_is_one_line(command, monkeypatch):
    def failing(*_arguments):
        raise ZeroDivisionError("by zero")

    monkeypatch.setattr("golinkname_ls.cli.commands.check._check", failing)
    said = trouble(command)
    assert said.startswith(
        "golinkname-ls: internal error, please report it: ZeroDivisionError at test_hostile_trees.py:"
    )


def test_a_folder_that_may_not_be_looked_into(command, monkeypatch):
    write_module(command.folder, {"main.go": PULL, "sub/a.go": "package sub\n"})
    scandir = os.scandir

    def refusing(path="."):
        if Path(os.fsdecode(path)).name == "sub":
            raise PermissionError(13, "Permission denied", os.fsdecode(path))
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refusing)
    assert trouble(command) == "golinkname-ls: sub: Permission denied\n"


@posix
@pytest.mark.skipif(sys.platform == "darwin", reason="its file systems refuse such names")
@pytest.mark.parametrize("name", FORMATS)
def test_names_that_are_no_text(command, name):
    folder = write_module(command.folder, {})
    for file in (b"\xff.go", b"a\nb.go", b"a:b,c%.go", b"[red].go"):
        (folder / os.fsdecode(file)).write_text(PULL)
    done = command("check", "--format", name)
    assert (done.status, done.err) == (1, "")
    done.out.encode("utf-8", "surrogateescape")
    assert done.out.count("LN201") >= 4


TWICE = PULL.replace('import _ "unsafe"\n', "")


@pytest.mark.parametrize("how", ["crlf", "bom", "both"])
def test_a_fix_keeps_line_ends_and_the_byte_order_mark(command, how):
    write_module(command.folder, {})
    data = TWICE.encode()
    data = data if how == "bom" else data.replace(b"\n", b"\r\n")
    data = data if how == "crlf" else b"\xef\xbb\xbf" + data
    file = command.folder / "main.go"
    file.write_bytes(data)
    assert command("check", "--fix", "--select", "LN104").status == 0
    fixed = file.read_bytes()
    assert b'"unsafe"' in fixed
    assert fixed.startswith(b"\xef\xbb\xbf") is (how != "crlf")
    assert fixed.count(b"\r\n") == (fixed.count(b"\n") if how != "bom" else 0)


def test_a_fix_leaves_read_only_files_alone(command, monkeypatch):
    write_module(command.folder, {"main.go": TWICE})
    file = command.folder / "main.go"
    file.chmod(0o444)
    # The superuser may write what nobody may.
    monkeypatch.setattr(os, "access", lambda path, mode: bool(Path(path).stat().st_mode & stat.S_IWUSR))
    done = command("check", "--fix")
    assert (done.status, done.err) == (2, f"golinkname-ls: {file}: cannot be written: Permission denied\n")
    assert file.read_text() == TWICE
    assert sorted(f.name for f in command.folder.iterdir()) == ["go.mod", "main.go"]


@posix
def test_a_terminal_gets_no_control_characters(command):
    head, _, stub = PULL.partition("//go:linkname")
    strange = "x\x1b]0;title\x07\r.go"
    write_module(command.folder, {strange: f"{head}/*\x1b[2J*/ //go:linkname{stub}", "y\x1b[1m.go/z.go": "package z\n"})
    done = command("check")
    assert done.status == 1
    assert all(c.isprintable() or c in "\n\t" for c in done.out + done.err)
    name, code, carets, *_ = done.out.splitlines()
    assert name.startswith(r"x\x1b]0;title\x07\x0d.go:")
    assert "/*\N{REPLACEMENT CHARACTER}[2J*/ //go:linkname" in code
    start, end = carets.index("^"), carets.rindex("^") + 1
    assert code[start:end] in PULL
    missing = command("check", "no\x1bsuch")
    assert (missing.status, missing.err) == (2, "golinkname-ls: no\\x1bsuch: no such file or folder\n")
