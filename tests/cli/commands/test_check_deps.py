"""`check --deps`: which dependency, at which version, fails with which Go."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.analysis.modules import write_module

DEPENDENCY = """\
package dep

import _ "unsafe"

//go:linkname schedinit runtime.schedinit
func schedinit()

// Use it.
func Use() { schedinit() }
"""
MAIN = 'package main\n\nimport "example.com/dep/inner"\n\nfunc main() { inner.Use() }\n'
GO_MOD = "module example.com/m\n\ngo 1.22\n\nrequire example.com/dep v1.2.3\n"
FILES = {
    "inner/inner.go": 'package inner\n\nimport dep "example.com/dep/deep"\n\nfunc Use() { dep.Use() }\n',
    "deep/dep.go": DEPENDENCY,
    "deep/dep_test.go": DEPENDENCY.replace("package dep", "package dep_test"),
    "unused/unused.go": DEPENDENCY.replace("package dep", "package unused"),
}
BARE = "package dep\n\nfunc f()\n\n// Use it.\nfunc Use() { f() }\n"
VENDORED = "# example.com/dep v1.2.3\n## explicit; go 1.21\nexample.com/dep/inner\nexample.com/dep/deep\n"


@pytest.fixture(autouse=True)
def cache(tmp_path_factory, monkeypatch) -> Path:
    folder = tmp_path_factory.mktemp("modcache")
    monkeypatch.setenv("GOMODCACHE", str(folder))
    monkeypatch.setenv("GOFLAGS", "")
    monkeypatch.setenv("GOENV", "off")
    return folder


def write_cached(cache: Path, files: dict[str, str]) -> None:
    mod = "module example.com/dep\n\ngo 1.21\n"
    write_module(cache / "example.com/dep@v1.2.3", {**files, "go.mod": mod})
    write_module(cache / "cache/download/example.com/dep/@v", {"v1.2.3.mod": mod})


def test_from_the_module_cache(command, cache):
    write_cached(cache, FILES)
    write_module(command.folder, {"go.mod": GO_MOD, "main.go": MAIN})
    assert command("check", "--format", "json").findings == []
    done = command("check", "--format", "json", "--deps")
    [found] = done.findings
    assert (done.status, found["code"], found["module"]) == (1, "LN201", "example.com/dep@v1.2.3")
    assert found["go"] == ["1.23", "1.24", "1.25", "1.26", "1.27"]
    assert found["file"].endswith("example.com/dep@v1.2.3/deep/dep.go")
    assert "module example.com/dep@v1.2.3" in command("check", "--deps").out
    assert command("check", "--format", "json", "--deps", "--go", "1.22").findings == []


def test_from_vendor(command):
    vendored = {f"vendor/example.com/dep/{name}": text for name, text in FILES.items() if "unused" not in name}
    write_module(command.folder, {"go.mod": GO_MOD, "main.go": MAIN, "vendor/modules.txt": VENDORED, **vendored})
    [found] = command("check", "--format", "json", "--deps").findings
    assert (found["code"], found["module"]) == ("LN201", "example.com/dep@v1.2.3")
    assert found["file"] == "vendor/example.com/dep/deep/dep.go"


def test_what_is_not_on_this_machine_is_left_out(command):
    write_module(command.folder, {"go.mod": GO_MOD, "main.go": MAIN})
    done = command("check", "--format", "json", "--deps")
    assert (done.status, done.findings) == (0, [])


def test_without_a_module(command):
    write_module(command.folder, {"main.go": MAIN})
    (command.folder / "go.mod").unlink()
    assert command("check", "--format", "json", "--deps").status == 0


def test_files_without_directives_too(command, cache):
    assembly = "TEXT ·f(SB),4,$0-8\n\tMOVQ runtime·allglen(SB), AX\n\tMOVQ AX, ret+0(FP)\n\tRET\n"
    files = {
        "dep.go": 'package dep\n\nimport (\n\t_ "example.com/dep/bare"\n\t_ "example.com/dep/both"\n)\n\nfunc f() uintptr\n',
        "dep_amd64.s": assembly,
        "unread_test.go": BARE,
        "bare/bare.go": BARE,
        "both/both.go": "package both\n\nfunc f() {}\n",
        "both/both_amd64.s": "TEXT ·f(SB),4,$0-0\n\tRET\n",
    }
    write_cached(cache, files)
    write_module(
        command.folder, {"go.mod": GO_MOD, "main.go": MAIN.replace("dep/inner", "dep").replace("inner.Use()", "")}
    )
    done = command("check", "--format", "json", "--deps", "--platform", "linux/amd64")
    assert done.status == 1
    assert {f["module"] for f in done.findings} == {"example.com/dep@v1.2.3"}
    said = [(f["code"], f["file"].rpartition("dep@v1.2.3/")[2], f["severity"], f["go"][0]) for f in done.findings]
    assert said == [
        ("LN207", "dep_amd64.s", "error", "1.23"),
        ("LN107", "bare/bare.go", "error", "1.22"),
        ("LN109", "both/both.go", "error", "1.22"),
    ]


def test_only_where_it_is_built(command, cache):
    write_cached(cache, {"dep.go": BARE})
    files = {
        "main.go": "package main\n\nfunc main() {}\n",
        "uses_windows.go": 'package main\n\nimport _ "example.com/dep"\n',
    }
    write_module(command.folder, {"go.mod": GO_MOD, **files})
    assert command("check", "--format", "json", "--deps", "--platform", "linux/amd64").findings == []
    done = command("check", "--format", "json", "--deps", "--platform", "linux/amd64,windows/amd64")
    [found] = done.findings
    assert (done.status, found["code"], found["platforms"]) == (1, "LN107", ["windows/amd64"])


def test_what_only_other_versions_import_is_a_warning(command, cache):
    write_cached(cache, {"dep.go": BARE})
    older = '//go:build !go1.24\n\npackage main\n\nimport _ "example.com/dep"\n'
    write_module(command.folder, {"go.mod": GO_MOD, "main.go": "package main\n\nfunc main() {}\n", "older.go": older})
    done = command("check", "--format", "json", "--deps")
    [found] = done.findings
    assert (done.status, found["severity"], found["go"]) == (0, "warning", ["1.22", "1.23"])
    [found] = command("check", "--format", "json", "--deps", "--go", "1.23,1.27").findings
    assert (found["severity"], found["go"]) == ("error", ["1.23"])


def test_what_is_not_at_hand_is_said(command):
    write_module(command.folder, {"go.mod": GO_MOD, "main.go": MAIN})
    done = command("check", "--deps", "--format", "json")
    assert done.status == 0
    assert done.err == "golinkname-ls: --deps: not on this machine, so not checked: example.com/dep/inner\n"
