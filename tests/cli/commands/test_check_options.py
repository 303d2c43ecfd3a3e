"""What `check` does with each of its options."""

from __future__ import annotations

import os
import sys

import pytest

from golinkname_ls.golang.targets.version import GoVersion
from tests.analysis.modules import PULL, write_module

JSON = ("check", "--format", "json")
NO_IMPORT = PULL.replace('import _ "unsafe"\n', "")
QUIET = 'severities = { LN401 = "off", LN403 = "off", LN404 = "off" }\n'


def module(command, **files: str) -> None:
    write_module(
        command.folder, {"main.go": PULL, "golinkname.toml": QUIET} | {k.replace("_", "."): v for k, v in files.items()}
    )


def test_go(command):
    module(command, go_mod="module m\n\ngo 1.22\n")
    [found] = command(*JSON).findings
    assert (found["severity"], found["go"]) == ("error", ["1.23", "1.24", "1.25", "1.26", "1.27"])
    assert command(*JSON, "--go", "1.22").findings == []
    assert command(*JSON, "--go", "1.24-").findings[0]["go"] == ["1.24", "1.25", "1.26", "1.27"]
    assert command(*JSON, "--go", "all").findings[0]["go"][0] == "1.23"


def test_the_user_s_go_is_the_current_one(command):
    module(command, go_mod="module m\n\ngo 1.21\n")
    command.local(GoVersion(1, 22))
    [found] = command(*JSON).findings
    assert found["severity"] == "warning"
    assert command(*JSON, "--go", "local").findings == []
    command.local(GoVersion(1, 26))
    assert command(*JSON).findings[0]["severity"] == "error"
    assert command(*JSON, "--go", "local").findings[0]["go"] == ["1.26"]
    # The go command hands over to what go.mod asks for when that is newer.
    module(command, go_mod="module m\n\ngo 1.21\n\ntoolchain go1.25.1\n")
    command.local(GoVersion(1, 22))
    assert command(*JSON).findings[0]["severity"] == "error"


@pytest.mark.parametrize("version", [None, GoVersion(1, 20)])
def test_go_local_without_a_go_that_is_known(command, version):
    module(command)
    command.local(version)
    done = command("check", "--go", "local")
    assert (done.status, done.err.count("\n")) == (2, 1)
    assert "--go local" in done.err


def test_platform(command):
    module(command)
    write_module(command.folder, {"main.go": "//go:build windows\n\n" + PULL})
    assert command(*JSON, "--platform", "windows/amd64,linux/amd64").findings[0]["platforms"] == ["windows/amd64"]
    assert command(*JSON, "--platform", "linux/amd64").findings == []
    every = command(*JSON, "--platform", "all", "--go", "1.27").findings[0]["platforms"]
    assert every == ["windows/386", "windows/amd64", "windows/arm64"]  # windows/arm ended with 1.25
    assert command(*JSON, "--platform", "host", "--go", "1.27").status in (0, 1)


def test_tags(command):
    module(command)
    write_module(command.folder, {"main.go": "//go:build special\n\n" + PULL})
    assert command(*JSON).findings == []
    assert command(*JSON, "--tags", "other,special").codes == ["LN201"]


def test_select_and_ignore(command):
    module(command)
    assert command(*JSON, "--select", "ln201,LN101").codes == ["LN201"]
    assert command(*JSON, "--select", "LN101").findings == []
    assert command(*JSON, "--ignore", "LN201").findings == []
    assert command("check", "--select", "LN999").status == 2


def test_fail_on(command):
    module(command, golinkname_toml='severities = { LN201 = "warning", LN401 = "off" }\n')
    assert command("check").status == 0
    assert command("check", "--fail-on", "warning").status == 1
    assert command("check", "--fail-on", "hint").status == 1


def test_three_dots_mean_all_below(command):
    module(command)
    write_module(command.folder, {"a/b.go": PULL, "testdata/c.go": PULL, "vendor/x/x.go": PULL, "_d/d.go": PULL})
    for path in (".", "./...", "..."):
        assert sorted(f["file"] for f in command(*JSON, path).findings) == ["a/b.go", "main.go"]
    assert [f["file"] for f in command(*JSON, "a/...", "./a", "a/b.go").findings] == ["a/b.go"]


def test_a_broken_configuration_is_one_line_and_status_2(command):
    module(command, golinkname_toml="platform = []\n")
    done = command("check")
    assert done.status == 2
    assert done.err == "golinkname-ls: golinkname.toml:1: unknown key platform: did you mean platforms?\n"


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="permissions bind nobody here")
def test_an_unreadable_file_is_named_and_the_rest_is_checked(command):
    module(command)
    write_module(command.folder, {"secret.go": PULL})
    (command.folder / "secret.go").chmod(0)
    done = command(*JSON)
    assert (done.status, done.codes) == (2, ["LN201"])
    assert done.err == "golinkname-ls: secret.go: Permission denied\n"


def test_a_file_that_goes_away_is_named(command, monkeypatch):
    module(command)
    (command.folder / "gone.go").symlink_to("nowhere.go")
    done = command(*JSON)
    assert (done.status, done.codes) == (2, ["LN201"])
    assert done.err.startswith("golinkname-ls: gone.go: ")


def test_fix_is_applied_once(command):
    module(command, go_mod="module m\n\ngo 1.22\n", main_go=NO_IMPORT)
    done = command(*JSON, "--fix", "--go", "1.22")
    assert (done.status, done.findings, done.err) == (0, [], "fixed main.go\n")
    fixed = (command.folder / "main.go").read_text()
    assert 'import _ "unsafe"' in fixed
    assert command(*JSON, "--fix", "--go", "1.22").err == ""
    assert (command.folder / "main.go").read_text() == fixed
    assert sorted(f.name for f in command.folder.iterdir()) == ["go.mod", "golinkname.toml", "main.go"]


def test_fix_keeps_permissions_line_ends_and_links(command):
    module(command, go_mod="module m\n\ngo 1.22\n")
    (command.folder / "main.go").unlink()
    real = command.folder / "real"
    real.mkdir()
    target = real / "text"
    target.write_bytes(NO_IMPORT.replace("\n", "\r\n").encode())
    target.chmod(0o750)
    (command.folder / "main.go").symlink_to(target)
    command("check", "--fix", "--go", "1.22")
    assert (command.folder / "main.go").is_symlink()
    assert b'\r\nimport _ "unsafe"\r\n' in target.read_bytes()
    assert b"\n" not in target.read_bytes().replace(b"\r\n", b"")
    assert sys.platform == "win32" or target.stat().st_mode & 0o777 == 0o750


def test_fix_leaves_what_was_not_selected(command):
    module(command, main_go=NO_IMPORT)
    command("check", "--fix", "--ignore", "LN104")
    assert (command.folder / "main.go").read_text() == NO_IMPORT


def test_fixes_that_overlap_are_applied_one_after_another(command):
    both = (
        'package main\n\nimport _ "unsafe"\n\n//go:linkname nanotime runtime.nanotime // why\n'
        "func nanotime() string //nolint:golinkname:LN202\n\nfunc main() { println(nanotime()) }\n"
    )
    module(command, main_go=both)
    done = command(*JSON, "--fix", "--go", "1.27")
    text = (command.folder / "main.go").read_text()
    assert command(*JSON, "--fix", "--go", "1.27").err == ""
    assert (command.folder / "main.go").read_text() == text
    assert "LN405" not in done.codes


def test_baseline(command):
    module(command)
    assert command("check", "--write-baseline").status == 2
    assert command("check", "--baseline", "base.json").status == 2
    done = command("check", "--baseline", "base.json", "--write-baseline")
    assert (done.status, done.err) == (0, "1 findings written to base.json\n")
    assert command("check", "--baseline", "base.json").status == 0
    write_module(command.folder, {"main.go": "// moved\n" + PULL, "other/other.go": PULL})
    assert [f["file"] for f in command(*JSON, "--baseline", "base.json").findings] == ["other/other.go"]
    (command.folder / "base.json").write_text("{}")
    assert command("check", "--baseline", "base.json").status == 2


def test_no_checklinkname(command):
    module(command)
    done = command(*JSON, "--no-checklinkname")
    assert done.status in (0, 1)


def test_goflags_count_as_for_the_go_command(command, monkeypatch):
    tagged = "//go:build special\n\n" + PULL
    write_module(command.folder, {"main.go": tagged, "other.go": "package main\n"})
    monkeypatch.setenv("GOENV", "off")
    asked = ("check", "--format", "json", "--select", "LN201")
    monkeypatch.setenv("GOFLAGS", "-tags=other,special")
    assert command(*asked).findings[0]["severity"] == "error"
    monkeypatch.setenv("GOFLAGS", "-tags=special '-ldflags=-s -checklinkname=0'")
    [found] = command(*asked).findings
    assert (found["severity"], "GOFLAGS" in found["message"]) == ("information", True)
    # The command line's own tags stand in the place of those.
    assert not command(*asked, "--tags", "other").findings
