"""Baselines: what stays silent, and what speaks up again."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from golinkname_ls.analysis.options import Options
from golinkname_ls.analysis.session import Session
from golinkname_ls.analysis.suppression import baseline
from tests.analysis.modules import PULL, write_module


def left(folder: Path, options: Options | None = None) -> list[str]:
    session = Session(options)
    found = session.check(folder / "main.go")
    return [f.code for f in baseline.filtered(found, folder / "base.json", session.source)]


def write(folder: Path, options: Options | None = None) -> dict:
    session = Session(options)
    baseline.write(session.check(folder / "main.go"), folder / "base.json", session.source)
    return json.loads((folder / "base.json").read_text("utf-8"))


def test_it_holds_what_it_was_written_from_wherever_that_moves(tmp_path):
    folder = write_module(tmp_path, {"main.go": PULL})
    document = write(folder)
    entry = next(e for e in document["findings"] if e["code"] == "LN201")
    assert entry == {
        "file": "main.go",
        "code": "LN201",
        "severity": "error",
        "text": "//go:linkname schedinit runtime.schedinit",
        "count": 1,
    }
    assert left(folder) == []
    write_module(folder, {"main.go": "// Package main.\n\n" + PULL.replace("\n", "\r\n")})
    assert left(folder) == []


def test_a_second_one_and_a_changed_line_are_reported(tmp_path):
    folder = write_module(tmp_path, {"main.go": PULL})
    write(folder)
    write_module(folder, {"main.go": PULL.replace("schedinit runtime.schedinit", "schedinit runtime.gcenable")})
    assert "LN201" in left(folder)
    twice = PULL.replace(
        "//go:linkname schedinit runtime.schedinit\n", "//go:linkname schedinit runtime.schedinit\n" * 2
    )
    write_module(folder, {"main.go": twice})
    assert left(folder) == ["LN106", "LN201"]


def test_what_becomes_more_severe_is_reported(tmp_path):
    module = "module m\n\ngo 1.21\n\ntoolchain go1.22.1\n"
    folder = write_module(tmp_path, {"main.go": PULL, "go.mod": module})
    assert {e["code"]: e["severity"] for e in write(folder)["findings"]}["LN201"] == "warning"
    assert left(folder) == []
    write_module(folder, {"go.mod": module.replace("1.22.1", "1.27.3")})
    assert "LN201" in left(folder)


def test_writing_twice_gives_the_same_bytes(tmp_path):
    folder = write_module(tmp_path, {"main.go": PULL})
    write(folder)
    first = (folder / "base.json").read_bytes()
    write(folder)
    assert (folder / "base.json").read_bytes() == first


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "{",
        '{"schema": 2, "findings": []}',
        '{"schema": 1}',
        '{"schema": 1, "findings": [{"file": "a"}]}',
        "\0",
    ],
)
def test_what_is_no_baseline_is_refused(tmp_path, text):
    folder = write_module(tmp_path, {"main.go": PULL, "base.json": text})
    with pytest.raises(baseline.BaselineError):
        left(folder)
