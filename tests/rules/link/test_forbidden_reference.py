"""`-checklinkname=0` for a linker that does not know the flag: said where a reference may be the reason to pass it."""

from __future__ import annotations

from pathlib import Path

import pytest

from golinkname_ls.analysis.options import Options
from golinkname_ls.golang.targets.platform import Platform
from tests.shared_session import session_with
from tests.tree import write_tree

HEAD = 'package main\n\nimport (\n\t_ "example.com/m/lib"\n\t_ "unsafe"\n)\n\n'
FILES = {"go.mod": "module example.com/m\n\ngo 1.19\n", "lib/lib.go": "package lib\n\nvar counter int\n"}


@pytest.mark.parametrize(
    ("declarations", "said"),
    [
        ("//go:linkname nanotime runtime.nanotime\nfunc nanotime() int64", True),
        ("//go:linkname own example.com/m/lib.counter\nvar own int", False),
        ("//go:linkname given runtime.given\nfunc given() {}", False),
    ],
)
@pytest.mark.parametrize("go", ["1.21", "1.22", "1.23"])
def test_the_flag_is_unknown_before_1_23(tmp_path: Path, go: str, declarations: str, said: bool) -> None:
    folder = write_tree(tmp_path, FILES | {"main.go": f"{HEAD}{declarations}\n\nfunc main() {{}}\n"})
    session = session_with(Options(go, (Platform.parse("linux/amd64"),), frozenset(), checklinkname=False))
    messages = [f.message for f in session.check(folder / "main.go") if f.code == "LN201"]
    refused = [m for m in messages if m.startswith("flag provided but not defined: -checklinkname")]
    assert len(refused) == (said and go != "1.23")


def test_what_may_be_pulled_in_its_place_is_named(tmp_path: Path) -> None:
    """runtime marks nanotime and cputicks (func() int64), and not nanotime1; nothing marked is as schedinit, a plain func()."""
    stubs = (
        "//go:linkname now runtime.nanotime1\nfunc now() int64\n\n//go:linkname begin runtime.schedinit\nfunc begin()"
    )
    main = f"{HEAD}{stubs}\n\nfunc main() {{ println(now()); begin() }}\n"
    folder = write_tree(tmp_path, FILES | {"main.go": main})
    session = session_with(Options("1.27", (Platform.parse("linux/amd64"),)))
    now, begin = [f.message for f in session.check(folder / "main.go") if f.code == "LN201"]
    assert now.endswith("; runtime.nanotime and runtime.cputicks of the same signature may be pulled")
    assert "same signature" not in begin
