"""`-checklinkname=0` in a module's own build files."""

from __future__ import annotations

import pytest

from golinkname_ls.analysis.options import Options
from golinkname_ls.analysis.project.checklinkname_flag import find_disabling_flag
from golinkname_ls.analysis.session import Session
from tests.analysis.modules import PULL, write_module

GORELEASER = "builds:\n  - ldflags:\n      - -s -w\n      - -checklinkname=0\n"
WORKFLOW = 'jobs:\n  build:\n    steps:\n      - run: go build -ldflags="-checklinkname=0" ./...\n'


@pytest.mark.parametrize(
    ("name", "text", "because"),
    [
        ("Makefile", "build:\n\tgo build -ldflags=-checklinkname=0 .\n", "Makefile:2"),
        ("Makefile", "LDFLAGS := -X main.v=1 --checklinkname=false\n", "Makefile:1"),
        (".goreleaser.yml", GORELEASER, ".goreleaser.yml:4"),
        (".goreleaser.yaml", GORELEASER, ".goreleaser.yaml:4"),
        (".github/workflows/ci.yml", WORKFLOW, ".github/workflows/ci.yml:4"),
        ("Makefile", "# go build -ldflags=-checklinkname=0\n", ""),
        ("Makefile", "build:\n\tgo build . # not -ldflags=-checklinkname=0\n", ""),
        ("Makefile", "build:\n\tgo build -ldflags=-checklinkname=1 .\n", ""),
        ("scripts/build.sh", "go build -ldflags=-checklinkname=0\n", ""),
        ("vendor/x/Makefile", "\tgo build -ldflags=-checklinkname=0\n", ""),
    ],
)
def test_where_it_is_found(tmp_path, name, text, because):
    assert find_disabling_flag(write_module(tmp_path, {name: text})) == because


def test_who_said_it_is_kept(tmp_path):
    folder = write_module(tmp_path, {"main.go": PULL, "Makefile": "\tgo build -ldflags=-checklinkname=0\n"})
    found = Session().effective_options(folder)
    assert (found.checks_linkname, found.checklinkname_because) == (False, "Makefile:1")
    write_module(tmp_path, {"golinkname.toml": "checklinkname = true\n"})
    found = Session().effective_options(folder)
    assert (found.checks_linkname, found.checklinkname_because) == (True, "")
    asked = Options(checklinkname=False, checklinkname_because="--no-checklinkname")
    assert Session(asked).effective_options(folder).checklinkname_because == "--no-checklinkname"
