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
VENDORED = "# example.com/dep v1.2.3\n## explicit; go 1.21\nexample.com/dep/inner\nexample.com/dep/deep\n"


@pytest.fixture(autouse=True)
def cache(tmp_path_factory, monkeypatch) -> Path:
    folder = tmp_path_factory.mktemp("modcache")
    monkeypatch.setenv("GOMODCACHE", str(folder))
    monkeypatch.setenv("GOFLAGS", "")
    monkeypatch.setenv("GOENV", "off")
    return folder


def test_from_the_module_cache(command, cache):
    mod = "module example.com/dep\n\ngo 1.21\n"
    write_module(cache / "example.com/dep@v1.2.3", {**FILES, "go.mod": mod})
    write_module(cache / "cache/download/example.com/dep/@v", {"v1.2.3.mod": mod})
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
