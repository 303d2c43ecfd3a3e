"""When public API can be called in place of a pull, by which names, and what the file looks like then."""

from __future__ import annotations

from pathlib import Path

import pytest

from golinkname_ls.rules.fixes.public_call import call_public_api
from tests.rules.core.small_units import first_link, units
from tests.rules.fixes.changed_files import changed, only

HEAD = 'package p\n\nimport _ "unsafe"\n\n'
FASTRANDN = "//go:linkname f runtime.fastrandn\n"
STUB = "func f(n uint32) uint32"


def outcome(root: Path, text: str, versions: tuple[str, ...] = ("1.27",), others: dict[str, str] | None = None):
    unit = units(root, {"a.go": text} | (others or {}), versions)[-1]
    return call_public_api(unit, first_link(unit))


@pytest.mark.parametrize(
    ("code", "offered"),
    [
        (FASTRANDN + STUB, True),
        ("//go:linkname f runtime.fastrand\nfunc f() uint32", True),
        ("//go:linkname f internal/bytealg.IndexByteString\nfunc f(s string, c byte) int", True),
        # The very same types: what is written then compiles, and callers notice nothing.
        (FASTRANDN + "func f(n uint64) uint32", False),
        (FASTRANDN + "func f(n uint32) uint64", False),
        (FASTRANDN + "func f(n ...uint32) uint32", False),
        (FASTRANDN + "func f() uint32", False),
        (FASTRANDN + "func f(n uint32)", False),
        (FASTRANDN + "func f(n missing) uint32", False),
        (FASTRANDN + "func f(n uint32) uint32 { return n }", False),
        (FASTRANDN + "var f uint32", False),
        (FASTRANDN, False),
        # A method, a var, nothing, and what is not known.
        ("//go:linkname f reflect.maplen\nfunc f(p unsafe.Pointer) int", False),
        ("//go:linkname f os.runtime_args\nfunc f() []string", False),
        ("//go:linkname f runtime.procPin\nfunc f() int", False),
        ("//go:linkname f runtime.none\nfunc f() int", False),
    ],
)
def test_public_func_has_the_very_types_of_the_stub(tmp_path: Path, code: str, offered: bool) -> None:
    fixes = outcome(tmp_path, f"{HEAD}{code}\n")
    assert len(fixes) == offered
    assert not any(fix.safe for fix in fixes)


@pytest.mark.parametrize(
    ("versions", "offered"), [(("1.22", "1.27"), True), (("1.21", "1.27"), False), (("1.27", "1.21"), False)]
)
def test_every_version_of_the_window_has_it(tmp_path: Path, versions: tuple[str, ...], offered: bool) -> None:
    # math/rand/v2 is new in 1.22.
    unit = units(tmp_path, {"a.go": HEAD + FASTRANDN + STUB + "\n"}, versions)[0 if versions[0] == "1.27" else -1]
    assert bool(call_public_api(unit, first_link(unit))) == offered


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (f"{HEAD}{FASTRANDN}{STUB}\n", f'package p\n\nimport "math/rand/v2"\n\n{STUB} {{ return rand.Uint32N(n) }}\n'),
        (
            f'package p\n\nimport (\n\tr "math/rand/v2"\n\t_ "unsafe"\n)\n\nvar _ = r.Int\n\n{FASTRANDN}{STUB}\n',
            f'package p\n\nimport (\n\tr "math/rand/v2"\n)\n\nvar _ = r.Int\n\n{STUB} {{ return r.Uint32N(n) }}\n',
        ),
        (
            f'package p\n\nimport (\n\t. "math/rand/v2"\n\t_ "unsafe"\n)\n\nvar _ = Int\n\n{FASTRANDN}{STUB}\n',
            f'package p\n\nimport (\n\t. "math/rand/v2"\n)\n\nvar _ = Int\n\n{STUB} {{ return Uint32N(n) }}\n',
        ),
        # An import for its effects alone gives no name.
        (
            f'package p\n\nimport _ "math/rand/v2"\nimport _ "unsafe"\n\n{FASTRANDN}{STUB}\n',
            f'package p\n\nimport _ "math/rand/v2"\nimport "math/rand/v2"\n\n{STUB} {{ return rand.Uint32N(n) }}\n',
        ),
        # A name that means something else already is not taken.
        (
            f"{HEAD}var rand int\n\n{FASTRANDN}{STUB}\n",
            f'package p\n\nimport gorand "math/rand/v2"\n\nvar rand int\n\n{STUB} {{ return gorand.Uint32N(n) }}\n',
        ),
        (
            f'package p\n\nimport (\n\t"crypto/rand"\n\t_ "unsafe"\n)\n\nvar _ = rand.Read\n\n{FASTRANDN}{STUB}\n',
            (
                'package p\n\nimport (\n\t"crypto/rand"\n\tgorand "math/rand/v2"\n)\n\nvar _ = rand.Read\n\n'
                f"{STUB} {{ return gorand.Uint32N(n) }}\n"
            ),
        ),
        # Parameters need names that are not the package's.
        (
            f"{HEAD}{FASTRANDN}func f(rand uint32) uint32\n",
            'package p\n\nimport "math/rand/v2"\n\nfunc f(a1 uint32) uint32 { return rand.Uint32N(a1) }\n',
        ),
        (
            f"{HEAD}{FASTRANDN}func f(_ uint32) (r uint32)\n",
            'package p\n\nimport "math/rand/v2"\n\nfunc f(a1 uint32) uint32 { return rand.Uint32N(a1) }\n',
        ),
        # The import stays for another directive.
        (
            f"{HEAD}{FASTRANDN}{STUB}\n\n//go:linkname g\nfunc g() {{}}\n",
            (
                f'package p\n\nimport _ "unsafe"\nimport "math/rand/v2"\n\n{STUB} {{ return rand.Uint32N(n) }}\n\n'
                "//go:linkname g\nfunc g() {}\n"
            ),
        ),
    ],
)
def test_body_calls_the_func(tmp_path: Path, before: str, after: str) -> None:
    assert changed(tmp_path, only(outcome(tmp_path, before)).changes()) == {"a.go": after}


def test_directive_of_another_file_is_removed_there(tmp_path: Path) -> None:
    others = {"b.go": f"package p\n\n{STUB}\n"}
    fix = only(outcome(tmp_path, f"{HEAD}{FASTRANDN}\nvar v int\n", others=others))
    assert changed(tmp_path, fix.changes()) == {
        "a.go": "package p\n\nvar v int\n",
        "b.go": f'package p\n\nimport "math/rand/v2"\n\n{STUB} {{ return rand.Uint32N(n) }}\n',
    }


def test_func_without_result_returns_nothing(tmp_path: Path) -> None:
    unit = units(tmp_path, {"a.go": f"{HEAD}//go:linkname f runtime.gcStart\nfunc f()\n"}, ("1.27",))[0]
    assert changed(tmp_path, only(call_public_api(unit, first_link(unit))).changes()) == {
        "a.go": 'package p\n\nimport "runtime"\n\nfunc f() { runtime.GC() }\n'
    }
