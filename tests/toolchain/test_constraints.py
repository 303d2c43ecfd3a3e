"""What real toolchains select: all of std, and random headers through go/build."""

from __future__ import annotations

import json
import random
import re
from pathlib import Path

import pytest

from golinkname_ls.golang.targets.file_selection import selected
from golinkname_ls.golang.targets.platform import Platform
from golinkname_ls.golang.targets.ports import cgo_supported, ports
from golinkname_ls.golang.targets.target import Target
from golinkname_ls.syntax.items.constraint_lines import constraint_of
from tests.toolchain.goroots import Goroot, demand, goroots

pytestmark = pytest.mark.toolchain

PLATFORMS = (
    "linux/amd64",
    "windows/arm64",
    "darwin/arm64",
    "linux/386",
    "js/wasm",
    "android/arm64",
    "freebsd/amd64",
    "aix/ppc64",
)
LIST = "{{.ImportPath}}\t{{range .GoFiles}}{{.}} {{end}}{{range .CgoFiles}}{{.}} {{end}}{{range .SFiles}}{{.}} {{end}}"

IMPORT_C = re.compile(rb'^(?:import[ \t]+|[ \t]+)"C"[ \t\r]*(?://.*)?$', re.M)


def output(toolchain: Goroot, *arguments: str, cwd: Path, **environment: str) -> str:
    done = toolchain.go(*arguments, cwd=cwd, env=environment)
    assert done.returncode == 0, (str(toolchain), arguments, done.stderr)
    return done.stdout


class Sources:
    """Each file's header, read once."""

    def __init__(self, src: Path) -> None:
        self.src = src
        self._folders: dict[str, list[tuple[str, str, bool]]] = {}

    def files(self, path: str) -> list[tuple[str, str, bool]]:
        if path not in self._folders:
            rows = []
            for file in (self.src / path).iterdir():
                if file.suffix == ".go" and not file.name.endswith("_test.go"):
                    data = file.read_bytes()
                    if not re.search(rb"^package documentation\b", data, re.M):
                        rows.append((file.name, constraint_of(data), IMPORT_C.search(data) is not None))
                elif file.suffix == ".s":
                    rows.append((file.name, constraint_of(file.read_bytes()), False))
            self._folders[path] = rows
        return self._folders[path]


def test_every_std_package_has_the_files_that_go_list_names(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for toolchain in demand(goroots()):
        sources = Sources(toolchain.path / "src")
        for name in PLATFORMS:
            platform = Platform.parse(name)
            for cgo in (False, True):
                if cgo and not cgo_supported(toolchain.version, platform):
                    continue
                target = Target(toolchain.version, platform, cgo=cgo)
                packages = compare(toolchain, sources, target, tmp_path)
                with capsys.disabled():
                    print(f"{toolchain.version} {name} cgo={int(cgo)}: {packages} packages, the same files")


def compare(toolchain: Goroot, sources: Sources, target: Target, folder: Path) -> int:
    environment = {"GOOS": target.platform.goos, "GOARCH": target.platform.goarch, "CGO_ENABLED": str(int(target.cgo))}
    listed = output(toolchain, "list", "-e", "-f", LIST, "std", cwd=folder, **environment).splitlines()
    assert len(listed) > 150
    for row in listed:
        path, _, joined = row.partition("\t")
        names = [n for n in joined.split() if not n.endswith(".S")]  # for the C compiler
        ours = sorted(n for n, constraint, c in sources.files(path) if selected(n, constraint, target, c))
        if not any(n.endswith(".go") for n in names):
            ours = [n for n in ours if n.endswith(".go")]
        assert ours == sorted(names), (toolchain.version, str(target.platform), path)
    return len(listed)


def test_the_recorded_tags_are_what_the_toolchains_say(tmp_path: Path) -> None:
    recorded = json.loads((Path(__file__).parents[1] / "golang/targets/tool_tags.json").read_text("utf-8"))
    (tmp_path / "x.go").write_text("package x\n", "utf-8")
    (tmp_path / "go.mod").write_text("module x\n\ngo 1.19\n", "utf-8")
    for toolchain in demand(goroots()):
        for platform in ports(toolchain.version):
            form = "{{range context.ToolTags}}{{.}} {{end}}"
            tags = output(toolchain, "list", "-f", form, ".", cwd=tmp_path, GOOS=platform.goos, GOARCH=platform.goarch)
            minor = str(toolchain.version)
            rows = next((rows for release, rows in recorded.items() if release.startswith(f"go{minor}.")), {})
            said = f'Go {minor} says "{platform}": {{"tags": {json.dumps(sorted(tags.split()))}}}'
            assert sorted(tags.split()) == rows.get(str(platform), {}).get("tags"), f"{said}; see tool_tags.json"


ORACLE = """\
package main

import (
	"fmt"
	"go/build"
	"os"
	"strings"
)

func main() {
	c := build.Default
	c.CgoEnabled = false
	entries, _ := os.ReadDir(os.Args[1])
	for _, e := range entries {
		ok, err := c.MatchFile(os.Args[1], e.Name())
		if err != nil && !strings.Contains(err.Error(), "go:build") {
			fmt.Println(e.Name(), "unreadable") // a comment without end
			continue
		}
		fmt.Println(e.Name(), ok && err == nil)
	}
}
"""

WORDS = [
    "linux",
    "amd64",
    "windows",
    "unix",
    "cgo",
    "gc",
    "go1.21",
    "go1.99",
    "ignore",
    "a.b",
    "é",
    "x_y",
    "!",
    "!!",
    "&&",
]
WORDS += ["||", "(", ")", ",", "//", "amd64.v1", "-", "go1.9", "ios"]
LINES = [
    "//go:build {e}",
    "// +build {e}",
    "//+build {e}",
    "// +build",
    "//go:build",
    "//go:build\t{e}",
    "",
    "",
    "/* {e} */",
]
LINES += [
    "/*",
    "*/",
    "// text",
    " //go:build {e}",
    "/* x */ //go:build {e}",
    "//go:build{e}",
    "// +build {e},{e} {e}",
    "\r",
]
NAMES = ["a", "linux", "windows", "amd64", "arm64", "unix", "test", "js", "wasip1", "ios", "x.y", "", "hurd", "sparc64"]


def test_random_headers_and_names(tmp_path: Path) -> None:
    seed = 7
    generator = random.Random(seed)
    folder = tmp_path / "files"
    folder.mkdir()
    names = []
    for number in range(4000):
        rows = []
        for _ in range(generator.randint(0, 6)):
            line = generator.choice(LINES)
            while "{e}" in line:
                words = generator.choices(WORDS, k=generator.randint(0, 3) + generator.randint(0, 3))
                if generator.random() < 0.5:
                    words = [
                        generator.choice(WORDS[:9]),
                        generator.choice(["&&", "||", " ", ","]),
                        generator.choice(WORDS[:9]),
                    ]
                line = line.replace("{e}", generator.choice([" ", ""]).join(words), 1)
            rows.append(line)
        parts = generator.choices(NAMES, k=generator.randint(0, 3))
        name = f"n{number}" + "".join("_" + p for p in parts) + generator.choice([".go", ".go", ".s"])
        text = generator.choice(["", "\ufeff"] + [""] * 8) + "\n".join(rows) + "\npackage a\n"
        (folder / name).write_bytes(text.encode())
        names.append(name)
    (tmp_path / "main.go").write_text(ORACLE, "utf-8")
    (tmp_path / "go.mod").write_text("module x\n\ngo 1.19\n", "utf-8")
    for toolchain in (demand(goroots())[0], demand(goroots())[-1]):
        printed = output(toolchain, "run", ".", str(folder), cwd=tmp_path)
        target = Target(toolchain.version, Platform("linux", "amd64"))
        wrong = []
        for row in printed.splitlines():
            name, _, verdict = row.rpartition(" ")
            data = (folder / name).read_bytes()
            if verdict != "unreadable" and selected(name, constraint_of(data), target) != (verdict == "true"):
                wrong.append((name, verdict, data.decode()))
        assert len(printed.splitlines()) == len(names)
        assert not wrong, (seed, len(wrong), wrong[:8])
