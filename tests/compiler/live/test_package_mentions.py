"""Whether live code of a package, or of one that imports it, mentions a name: on which chain of funcs to a root."""

from __future__ import annotations

from pathlib import Path

import pytest

from golinkname_ls.compiler.live.mentions_of_name import Liveness
from golinkname_ls.compiler.live.package_mentions import is_mentioned, sole_mentioners, uses_import
from golinkname_ls.golang.targets.target import Target
from tests.program.small_programs import MODULE, context_of, program, target

EMITTED, REACHED, AS_VALUE = Liveness.EMITTED, Liveness.REACHED, Liveness.REACHED_AS_VALUE
IMPORTS_M = {"main.go": f'package main\n\nimport _ "{MODULE}/lib"\n\nfunc main() {{}}\n'}


def mentioners(
    root: Path, files: dict[str, str], need: Liveness, path: str = MODULE, of: Target | None = None
) -> frozenset[str] | None:
    return sole_mentioners(context_of(program(root, files, of), path), "stub", need)


@pytest.mark.parametrize(
    ("code", "need", "expected"),
    [
        # None: live code mentions it.
        ("func f() { stub() }", EMITTED, None),
        ("func f() { stub() }", REACHED, {"f"}),
        ("func f() { stub() }\nfunc F() { f() }", REACHED, None),
        ("func f() { stub() }\nfunc g() { f() }\nfunc h() { g() }", REACHED, {"f", "g", "h"}),
        ("func f() { stub() }\nfunc g() { f() }\nfunc init() { g() }", REACHED, None),
        ("func f() { stub() }\nfunc g() { f() }\nvar v = g", REACHED, None),
        # Funcs that call each other are not live by that.
        ("func f() { stub(); g() }\nfunc g() { f() }", REACHED, {"f", "g"}),
        ("func f() { stub(); f() }", REACHED, {"f"}),
        ("func F() { if false { f() } }\nfunc f() { stub() }", REACHED, {"f"}),
        ("var v = 1", EMITTED, set()),
        # One instance on the way is enough, and none without.
        ("func g[T any]() { stub() }", EMITTED, {"g"}),
        ("func g[T any]() { stub() }\nfunc h[T any]() { g[T]() }", EMITTED, {"g", "h"}),
        ("func g[T any]() { stub() }\nfunc f() { g[int]() }", EMITTED, None),
        ("func g[T any]() { stub() }\nfunc f() { g[int]() }", REACHED, {"f", "g"}),
        # The func is needed as a value; the one around it is called like any other.
        ("func f() { use(stub) }\nfunc F() { f() }", AS_VALUE, None),
        ("func f() { stub() }\nfunc F() { use(f) }", AS_VALUE, set()),
    ],
)
def test_mentioners(code: str, need: Liveness, expected: set[str] | None, tmp_path: Path) -> None:
    found = mentioners(tmp_path, {"m.go": f"package m\n\nfunc stub()\nfunc use(any) {{}}\n{code}\n"}, need)
    assert found == expected
    context = context_of(program(tmp_path, {}))
    assert is_mentioned(context, "stub", need) is (expected is None)


F = "package lib\n\nimport _ `unsafe`\n\nfunc stub()\n\nfunc f() { stub() }\n"


@pytest.mark.parametrize(
    ("files", "is_live"),
    [
        ({"lib/lib.go": F}, False),
        ({"lib/lib.go": F, "lib/other.go": "package lib\n\nfunc F() { f() }\n"}, True),
        # Other files of the folder are not compiled with it.
        ({"lib/lib.go": F, "lib/other_windows.go": "package lib\n\nfunc F() { f() }\n"}, False),
        ({"lib/lib.go": F, "lib/lib_test.go": "package lib\n\nfunc F() { f() }\n"}, False),
        # What a directive names, here or in another package.
        ({"lib/lib.go": F + "\n//go:linkname f\n"}, True),
        ({"lib/lib.go": F + "\n//go:linkname f example.com/x.f\n"}, True),
        (
            {
                "lib/lib.go": F,
                "main.go": f"{IMPORTS_M['main.go']}\n//go:linkname g {MODULE}/lib.f\nfunc g()\n",
            },
            True,
        ),
        ({"lib/lib.go": F, "main.go": f"{IMPORTS_M['main.go']}\n//go:linkname g {MODULE}/lib.h\nfunc g()\n"}, False),
        # What assembly of the target mentions, and what C calls.
        ({"lib/lib.go": F, "lib/a.s": "TEXT ·g(SB), 4, $0\n\tCALL ·f(SB)\n"}, True),
        ({"lib/lib.go": F, "lib/a_windows.s": "TEXT ·g(SB), 4, $0\n\tCALL ·f(SB)\n"}, False),
        ({"lib/lib.go": F + "\n//export f\n"}, True),
    ],
)
def test_roots_besides_exported_names(files: dict[str, str], is_live: bool, tmp_path: Path) -> None:
    found = mentioners(tmp_path, IMPORTS_M | files, REACHED, f"{MODULE}/lib")
    assert found == (None if is_live else {"f"})


@pytest.mark.parametrize(("platform", "expected"), [("linux/amd64", None), ("windows/amd64", {"f"})])
def test_constants_are_those_of_the_target(platform: str, expected: set[str] | None, tmp_path: Path) -> None:
    code = 'import "runtime"\n\nfunc stub()\nfunc f() { stub() }\nfunc F() { if runtime.GOOS == "linux" { f() } }\n'
    # `runtime` is an import of one file alone.
    files = {"first.go": "package m\n", "m.go": f"package m\n\n{code}"}
    assert mentioners(tmp_path, files, REACHED, of=target(platform=platform)) == expected


def test_a_name_is_none_of_its_own_mentioners(tmp_path: Path) -> None:
    files = {"m.go": "package m\n\nfunc stub() { stub() }\n\nfunc f() { stub() }\n"}
    assert mentioners(tmp_path, files, REACHED) == {"f"}


def test_mentioners_of_all_files_count(tmp_path: Path) -> None:
    files = {
        "a.go": "package m\n\nfunc stub()\n\nfunc f() { stub() }\n",
        "b.go": "package m\n\nfunc g() { stub() }\n",
        "c.go": "package m\n\nfunc h() {}\n",
    }
    assert mentioners(tmp_path, files, REACHED) == {"f", "g"}


def test_what_is_named_elsewhere_is_no_instance_of_a_generic(tmp_path: Path) -> None:
    files = {
        "m.go": "package m\n\nfunc stub()\n\nfunc g[T any]() { stub() }\n",
        "a.s": "TEXT ·h(SB), 4, $0\n\tCALL ·g(SB)\n",
    }
    assert mentioners(tmp_path, files, EMITTED) == {"g"}


@pytest.mark.parametrize(
    ("spec", "code", "need", "expected"),
    [
        ('"example.com/m/lib"', "var v = lib.F", None, True),
        ('"example.com/m/lib"', "var v lib.F", None, True),
        ('l "example.com/m/lib"', "var v = l.F", None, True),
        ('l "example.com/m/lib"', "var v = lib.F", None, False),
        ('. "example.com/m/lib"', "var v = F", None, True),
        ('_ "example.com/m/lib"', "var v = lib.F", None, False),
        ('"example.com/m/lib"', "var v = lib.Fx", None, False),
        ('"example.com/m/lib"', "// lib.F", None, False),
        ('"example.com/m/lib"', "func F() {}\nvar v = F", None, False),
        ('"example.com/m/other/lib"', "var v = lib.F", None, False),
        # The package's name need not be its path's last element.
        ('"example.com/m/lib"', "var v = named.F", None, True),
        # With a need it is live code that counts.
        ('"example.com/m/lib"', "func f() { if false { lib.F() } }", None, True),
        ('"example.com/m/lib"', "func f() { if false { lib.F() } }", EMITTED, False),
        ('"example.com/m/lib"', "func f() { if lib.Off { lib.F() } }", EMITTED, False),
        ('"example.com/m/lib"', "func f() { lib.F() }", EMITTED, True),
        ('"example.com/m/lib"', "func f() { lib.F() }", REACHED, False),
        ('"example.com/m/lib"', "func f() { lib.F() }\nfunc G() { f() }", REACHED, True),
        ('. "example.com/m/lib"', "func G() { F() }", REACHED, True),
        ('. "example.com/m/lib"', "func f() { F() }", REACHED, False),
    ],
)
def test_uses_of_an_import(spec: str, code: str, need: Liveness | None, expected: bool, tmp_path: Path) -> None:
    files = {
        "m.go": f"package m\n\nimport {spec}\n\n{code}\n",
        "lib/lib.go": f"package {'named' if 'named.' in code else 'lib'}\n\nconst Off = false\n\nfunc F() {{}}\n",
        "other/lib/lib.go": "package lib\n\nfunc F() {}\n",
    }
    assert uses_import(program(tmp_path, files), MODULE, f"{MODULE}/lib", "F", need) is expected


def test_tests_do_not_count_as_users_of_an_import(tmp_path: Path) -> None:
    files = {
        "m.go": "package m\n",
        "m_test.go": 'package m\n\nimport "example.com/m/lib"\n\nvar v = lib.F\n',
        "lib/lib.go": "package lib\n\nfunc F() {}\n",
    }
    assert uses_import(program(tmp_path, files, tests=True), MODULE, f"{MODULE}/lib", "F") is False


def test_selector_of_another_import_is_no_use(tmp_path: Path) -> None:
    files = {
        "m.go": 'package m\n\nimport (\n\t"example.com/m/lib"\n\t"example.com/m/other"\n)\n\nvar _, v = lib.G, other.F\n',
        "lib/lib.go": "package lib\n\nfunc F() {}\n\nfunc G() {}\n",
        "other/o.go": "package other\n\nfunc F() {}\n",
    }
    found = program(tmp_path, files)
    assert uses_import(found, MODULE, f"{MODULE}/lib", "F") is False
    assert uses_import(found, MODULE, f"{MODULE}/other", "F") is True
