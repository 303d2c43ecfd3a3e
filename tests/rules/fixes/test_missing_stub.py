"""When the declaration that a directive lacks can be written, what it is, and where it is put."""

from __future__ import annotations

from pathlib import Path

import pytest

from golinkname_ls.rules.fixes.missing_stub import insert_stub
from tests.rules.core.small_units import first_link, unit_of
from tests.rules.fixes.changed_files import changed, only

LIB = "example.com/m/lib"
FILES = {
    "lib/lib.go": """\
package lib

type number int

func one(n number, more ...string) (ok bool, err error) { return }

func Generic[T any](t T) {}

var table [2]*number

var unknown missing

type T struct{}

func (t *T) m(n int) {}
""",
}


def file(code: str) -> dict[str, str]:
    return {"a.go": f'package p\n\nimport (\n\t_ "{LIB}"\n\t"unsafe"\n)\n\nvar _ unsafe.Pointer\n\n{code}\n'} | FILES


def declared(root: Path, code: str, version: str = "1.27") -> str:
    """The declaration that is offered, "" for none."""
    unit = unit_of(root, file(code), version=version)
    titles = [fix.title for fix in insert_stub(unit, first_link(unit))]
    return titles[0].removeprefix("Declare it: ") if titles else ""


@pytest.mark.parametrize(
    ("directive", "text"),
    [
        (f"f {LIB}.one", "func f(n int, more ...string) (ok bool, err error)"),
        # Results may go where they are; what cannot be named is written by its shape.
        (f"f {LIB}.table", "var f [2]unsafe.Pointer"),
        (f"f {LIB}.(*T).m", "func f(t *lib.T, n int)"),
        ("f runtime.nanotime", "func f() int64"),
        ("f runtime.overflowError", "var f error"),
        # cases/LN202/runtime_fastrandn: since 1.22 only a push under another name.
        ("f runtime.fastrandn", "func f(n uint32) uint32"),
        # Nothing to declare it by, or nothing that the linker would take.
        (f"f {LIB}.none", ""),
        (f"f {LIB}.Generic", ""),
        (f"f {LIB}.number", ""),
        (f"f {LIB}.unknown", ""),
        ("f runtime.gcStart", ""),
        ("f runtime.zerobase", ""),
        ("f", ""),
        # Names that no package-level func or var can have, or that the compiler keeps for itself.
        ("_ runtime.nanotime", ""),
        ("init runtime.nanotime", ""),
        ("main runtime.nanotime", ""),
        ("T.f runtime.nanotime", ""),
        ("1f runtime.nanotime", ""),
        ("é runtime.nanotime", "func é() int64"),
    ],
)
def test_declaration_is_upstreams(tmp_path: Path, directive: str, text: str) -> None:
    assert declared(tmp_path, f"//go:linkname {directive}") == text


@pytest.mark.parametrize(("version", "offered"), [("1.22", True), ("1.23", False)])
def test_version_decides_what_the_linker_takes(tmp_path: Path, version: str, offered: bool) -> None:
    assert bool(declared(tmp_path, "//go:linkname f runtime.zerobase", version)) == offered


@pytest.mark.parametrize(
    ("code", "offered"),
    [
        ("//go:linkname f runtime.nanotime\n", True),
        # The declaration would be put inside what the directive stands in.
        ("func g() {\n\t//go:linkname f runtime.nanotime\n}", False),
        ("var v int //go:linkname f runtime.nanotime", False),
        ("//go:linkname f runtime.nanotime\nconst f = 1", False),
        ("//go:linkname f runtime.nanotime\ntype f int", False),
        ("//go:linkname lib runtime.nanotime", True),
        ('import f "os"\n\n//go:linkname f runtime.nanotime', False),
    ],
)
def test_name_is_free_and_there_is_room(tmp_path: Path, code: str, offered: bool) -> None:
    unit = unit_of(tmp_path, {"a.go": f'package p\n\nimport _ "unsafe"\n{code}\n'})
    assert bool(insert_stub(unit, first_link(unit))) == offered


HEAD = 'package p\n\nimport _ "unsafe"\n\n'
LINE = "//go:linkname f runtime.nanotime"
STUB = "func f() int64"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (f"{HEAD}{LINE}\n", f"{HEAD}{LINE}\n{STUB}\n"),
        (f"{HEAD}{LINE}", f"{HEAD}{LINE}\n{STUB}\n"),
        (f"{HEAD}{LINE}\n\nvar v int\n", f"{HEAD}{LINE}\n{STUB}\n\nvar v int\n"),
        # What stood directly below is another declaration.
        (f"{HEAD}{LINE}\nvar v int\n", f"{HEAD}{LINE}\n{STUB}\n\nvar v int\n"),
        (f"package p\n\n{LINE}\n", f"{HEAD}{LINE}\n{STUB}\n"),
        (
            f"{HEAD}//go:linkname f runtime.memmove\n",
            (
                'package p\n\nimport "unsafe"\n\n//go:linkname f runtime.memmove\n'
                "func f(to unsafe.Pointer, from unsafe.Pointer, n uintptr)\n"
            ),
        ),
        (
            f"{HEAD}//go:linkname f net/http.cloneOrMakeHeader\n",
            (
                'package p\n\nimport _ "unsafe"\nimport "net/http"\n\n//go:linkname f net/http.cloneOrMakeHeader\n'
                "func f(hdr http.Header) http.Header\n"
            ),
        ),
    ],
)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_declaration_stands_below_its_directive(tmp_path: Path, before: str, after: str, end: str) -> None:
    unit = unit_of(tmp_path, {"a.go": before.replace("\n", end)})
    fix = only(insert_stub(unit, first_link(unit)))
    # The directive may be what is wrong.
    assert not fix.safe
    assert changed(tmp_path, fix.changes())["a.go"] == after.replace("\n", end)
