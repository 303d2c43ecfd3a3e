"""go.mod and go.work as the go command reads them: the reference's examples, and what it refuses."""

from __future__ import annotations

from pathlib import Path

import pytest

from golinkname_ls.golang.modules.mod_file import ModuleVersion, parse_mod
from golinkname_ls.golang.modules.work_file import parse_work
from golinkname_ls.golang.packages.packages_by_folder import Folders
from golinkname_ls.golang.targets.version import GoVersion

FULL = b"""\
// Deprecated: use example.com/other instead.
module "example.com/my/thing" // the module

go 1.21.3

toolchain go1.23.4-custom

godebug (
\tdefault=go1.21
\tpanicnil=1
)
godebug asynctimerchan=0

require example.com/other v1.0.2 // indirect
require (
\t// a comment of its own
\texample.com/new/thing/v2 v2.3.4
\t"example.com/quoted" v1.0.0-20200101000000-abcdefabcdef // indirect; for tools
\texample.com/not v1.0.0 // indirectly
)
require ()

exclude example.com/old/thing v1.2.3
exclude (
\texample.com/old/thing v1.2.4
)

replace example.com/bad/thing v1.4.5 => example.com/good/thing v1.4.5
replace (
\texample.com/local => ../local
\texample.com/windows => "C:\\\\src\\\\x"
\texample.com/all => example.com/fork v1.9.0
)

retract [v1.9.0, v1.9.5] // broken
retract (
\tv1.0.0
\t[v1.1.0,v1.1.9]
)

tool example.com/tool/cmd/x
ignore (
\t./node_modules
\tbuild
)
"""


@pytest.mark.parametrize("data", [FULL, FULL.replace(b"\n", b"\r\n")], ids=["lf", "crlf"])
def test_every_directive_is_read(data: bytes) -> None:
    file = parse_mod(data)
    assert file.problems == []
    assert (file.module, file.go, file.toolchain) == ("example.com/my/thing", "1.21.3", "go1.23.4-custom")
    assert file.go_version == GoVersion(1, 21)
    assert [str(r) for r in file.require] == [
        "example.com/other@v1.0.2",
        "example.com/new/thing/v2@v2.3.4",
        "example.com/quoted@v1.0.0-20200101000000-abcdefabcdef",
        "example.com/not@v1.0.0",
    ]
    assert file.exclude == {ModuleVersion("example.com/old/thing", f"v1.2.{n}") for n in (3, 4)}
    assert [(str(r.old), str(r.new)) for r in file.replace] == [
        ("example.com/bad/thing@v1.4.5", "example.com/good/thing@v1.4.5"),
        ("example.com/local", "../local"),
        ("example.com/windows", "C:\\src\\x"),
        ("example.com/all", "example.com/fork@v1.9.0"),
    ]


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("module x\n\ngo 1.22\nrequire (\n\ta v1.0.0\n", 4, "unterminated block"),
        ("module x\ngo 1\n", 2, "invalid go version '1': must match format 1.23.0"),
        ("module x\ngo 1.22\ngo 1.23\n", 3, "repeated go statement"),
        ("module x\ntoolchain 1.22\n", 2, "invalid toolchain version"),
        ("module x\nrequire y\n", 2, "usage: require module/path v1.2.3"),
        ("module x\nreplace y => z\n", 2, "must be directory path"),
        ("module x\nreplace y => ./z v1.0.0\n", 2, "cannot have version"),
        ("module x\nunknown y\n", 2, "unknown directive: unknown"),
        ("/* no */ module x\n", 1, "mod files must use // comments"),
        ('module "x\n', 1, "unexpected newline in string"),
        ("module `x`\n", 1, "unquoted string cannot contain quote"),
        ("\ufeffmodule x\n", 1, "unexpected input character"),
        ("module x\x00y\n", 1, ""),
    ],
)
def test_what_go_refuses_is_a_problem_with_its_line(text: str, line: int, words: str) -> None:
    problems = parse_mod(text.encode()).problems  # never raises
    if words:
        assert min(p.line for p in problems) == line
        assert any(p.line == line and words in p.message for p in problems)


def test_a_half_typed_line_loses_only_itself() -> None:
    file = parse_mod(
        b"\xef\xbb\xbfmodule x\n\ngo 1.22\n\nrequire (\n\ta.b/c \n\ta.b/d v1.0.0\n)\nrepla\ntool a.b/d/cmd\n"
    )
    assert (file.module, file.go) == ("x", "1.22")
    assert [str(r) for r in file.require] == ["a.b/d@v1.0.0"]
    assert [p.line for p in file.problems] == [1, 6, 9]


@pytest.mark.parametrize(
    ("line", "version"),
    [("go 1.23rc1", (1, 23)), ("go 1.21.3", (1, 21)), ("go 1.9", (1, 9)), ("", (1, 16))],
)
def test_the_language_version(line: str, version: tuple[int, int]) -> None:
    file = parse_mod(f"module x\n{line}\n".encode())
    assert (file.language.major, file.language.minor) == version
    assert (file.go_version is None) == (line == "")


def test_a_dependency_is_read_laxly() -> None:
    text = b"module x\ngo v1.18.x\nfuture directive\nreplace a => b\ntoolchain nonsense\nrequire a.b/c v1.0.0\n"
    file = parse_mod(text, main=False)
    assert file.problems == []
    assert (file.go, len(file.require), file.replace) == ("1.18", 1, [])


def test_toolchain_default_is_no_version(tmp_path: Path) -> None:
    (tmp_path / "go.mod").write_text("module x\ngo 1.22\ntoolchain default\n", "utf-8")
    module = Folders().module(tmp_path)
    assert module is not None
    assert (module.go, module.toolchain) == (GoVersion(1, 22), None)


def test_go_work() -> None:
    text = b'go 1.22.0\ntoolchain go1.23.1\nuse (\n\t.\n\t"./b c"\n)\nuse ../d\nreplace x.y/z => ./z\ngodebug a=b\n'
    work = parse_work(text)
    assert work.problems == []
    assert work.use == [".", "./b c", "../d"]
    assert (work.go, work.toolchain, str(work.replace[0].new)) == ("1.22.0", "go1.23.1", "./z")
    assert [(p.line, p.message) for p in parse_work(b"go 1.22\nrequire x v1\n").problems] == [
        (2, "unknown directive: require")
    ]
