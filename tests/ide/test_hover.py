"""Where a hover shows something, and the verdict of the linker that it tells for each Go version."""

from __future__ import annotations

from pathlib import Path

import pytest

from golinkname_ls.analysis.options import Options
from golinkname_ls.analysis.session import Session
from golinkname_ls.golang.targets.platform import Platform
from golinkname_ls.ide.hover import Hover, hover
from tests.analysis.modules import GO_MOD
from tests.tree import write_tree

OPTIONS = Options(go="1.27", platforms=(Platform.parse("linux/amd64"),))
PULL = """\
package main

import _ "unsafe"

//go:linkname now runtime.nanotime
func now() int64

func main() { println(now()) }
"""


@pytest.fixture(autouse=True)
def no_goroot(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("GOROOT", raising=False)


def hovered(folder: Path, text: str, place: str, offset: int = 0, **more: str) -> Hover | None:
    write_tree(folder, {"go.mod": GO_MOD, "main.go": text, **more})
    return hover(Session(OPTIONS), folder / "main.go", text.index(place) + offset)


def lines(folder: Path, text: str, place: str, **more: str) -> list[str]:
    found = hovered(folder, text, place, **more)
    assert found is not None
    return found.markdown.split("\n")


@pytest.mark.parametrize(
    ("place", "offset", "shown"),
    [
        ("now runtime", 0, "now"),
        ("now runtime", 2, "now"),
        ("runtime.nanotime", 0, "runtime.nanotime"),
        ("runtime.nanotime", len("runtime.nanotim"), "runtime.nanotime"),
        ("now() int64", 1, "now"),
        ("linkname", 0, None),
        ("func now", 0, None),
        ("int64", 0, None),
        # A mention of the stub is no stub.
        ("now())", 0, None),
    ],
)
def test_it_stands_at_the_arguments_and_at_the_stubs_name(
    place: str, offset: int, shown: str | None, tmp_path: Path
) -> None:
    found = hovered(tmp_path, PULL, place, offset)
    assert (PULL[found.span.start : found.span.end] if found else None) == shown


@pytest.mark.parametrize(
    "text",
    [
        PULL.replace(" runtime.nanotime", ""),
        PULL.replace("//go:linkname", "// go:linkname"),
        "//go:build ignore\n\n" + PULL,
    ],
)
def test_without_a_remote_or_a_build_there_is_none(text: str, tmp_path: Path) -> None:
    assert hovered(tmp_path, text, "linkname now", len("linkname ")) is None
    assert hovered(tmp_path, text, "now() int64") is None


def test_a_stub_in_another_file_is_told_at_the_directive_alone(tmp_path: Path) -> None:
    text = PULL.replace("func now() int64\n", "")
    stub = "package main\n\nfunc now() int64\n"
    write_tree(tmp_path, {"stub.go": stub, "stub.s": ""})
    assert hovered(tmp_path, text, "runtime.nanotime") is not None
    assert hover(Session(OPTIONS), tmp_path / "stub.go", stub.index("now")) is None


# linkname-rules.md, 3. The file's own window (1.27 alone) does not count.
OLD, NEW = "1.19, 1.21, 1.22", "1.23, 1.24, 1.25, 1.26, 1.27"


@pytest.mark.parametrize(
    ("remote", "verdicts"),
    [
        ("runtime.nanotime", [f"- may be pulled in: {OLD}, {NEW}"]),
        ("runtime.schedinit", [f"- may be pulled in: {OLD}", f"- invalid reference (unmarked) in: {NEW}"]),
        ("runtime.privateHelper", [f"- not defined in: {OLD}, {NEW}"]),
    ],
)
def test_the_verdict_of_each_version_of_the_catalog(remote: str, verdicts: list[str], tmp_path: Path) -> None:
    found = lines(tmp_path, PULL.replace("runtime.nanotime", remote), remote)
    assert [line for line in found if line.startswith("- ")] == verdicts


def test_the_newest_declaration_is_shown(tmp_path: Path) -> None:
    # fastrandu went in 1.22 (internal/runtime rand took its place): what is shown is of the last version that had it.
    found = lines(tmp_path, PULL.replace("runtime.nanotime", "runtime.fastrandu"), "runtime.fastrandu")
    assert found[:3] == ["```go", "func fastrandu() uint", "```"]
    assert found[4].endswith(" · Go 1.21")
    newest = lines(tmp_path, PULL, "runtime.nanotime")
    assert newest[1] == "func nanotime() int64"
    assert newest[4].endswith(" · Go 1.27")


def test_what_nothing_declares_is_told_so(tmp_path: Path) -> None:
    found = lines(tmp_path, PULL.replace("runtime.nanotime", "runtime.privateHelper"), "runtime.privateHelper")
    assert found[0] == "`runtime.privateHelper`: nothing defines it"


def test_a_definition_of_the_own_module_is_told_with_its_line(tmp_path: Path) -> None:
    text = PULL.replace("runtime.nanotime", "example.com/m/lib.Now")
    text = text.replace("\n\n//", '\nimport _ "example.com/m/lib"\n\n//', 1)
    lib = {"lib/lib.go": "package lib\n\nfunc Now() int64 { return 1 }\n"}
    found = lines(tmp_path, text, "example.com/m/lib.Now", **lib)
    assert found[1] == "func Now() int64"
    assert found[4] == "`example.com/m/lib.Now` · example.com/m/lib/lib.go:3 · Go 1.27"
    assert f"- may be pulled in: {OLD}, {NEW}" in found


def test_the_doc_comment_comes_from_a_goroot_of_the_version_shown(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = lines(tmp_path, PULL, "runtime.nanotime")[4].split(" · ")[1]
    file, _, line = place.rpartition(":")
    rows = [*[""] * (int(line) - 2), "// nanotime counts.", "func nanotime() int64"]
    for version, comment in (("go1.27.3\n", True), ("go1.26.3\n", False)):
        root = write_tree(tmp_path / version.strip(), {"VERSION": version, f"src/{file}": "\n".join(rows)})
        monkeypatch.setenv("GOROOT", str(root))
        assert (lines(tmp_path, PULL, "runtime.nanotime")[-1] == "nanotime counts.") is comment
