"""What is offered in place of a symbol that cannot be pulled: its other name, its right spelling, public API."""

from __future__ import annotations

from pathlib import Path

import pytest

from golinkname_ls.golang.targets.version import GoVersion
from golinkname_ls.rules.core.alternatives import (
    may_pull,
    name_in_target,
    nearest_names,
    qualified_names,
    replacement_text,
    suggestion,
)
from golinkname_ls.rules.core.unit import Unit
from tests.rules.core.small_units import main_unit, unit_of

MODULE = "example.com/m"


def unit(folder: Path, version: str = "1.27") -> Unit:
    return main_unit(folder, "", version)


# cases/LN201/runtime_nanotime1, runtime_gcstart, runtime_mapaccess1; LN202/runtime_nonexistent_func.
@pytest.mark.parametrize(
    ("symbol", "version", "allowed"),
    [
        ("runtime.nanotime", "1.27", True),
        ("runtime.gcStart", "1.22", True),
        ("runtime.gcStart", "1.23", False),
        ("runtime.mapaccess1", "1.23", True),
        ("runtime.mapaccess1", "1.24", False),
        ("runtime.nanotime1", "1.26", True),
        ("runtime.nanotime1", "1.27", False),
        ("runtime.privateHelper", "1.22", False),
    ],
)
def test_linker_lets_a_symbol_be_pulled(tmp_path: Path, symbol: str, version: str, allowed: bool) -> None:
    assert may_pull(unit(tmp_path, version), symbol) == allowed


@pytest.mark.parametrize(
    ("symbol", "version", "name"),
    [
        # runtime/rand.go, cheaprand (1.22.10).
        ("runtime.cheaprand", "1.21", "runtime.fastrand"),
        ("runtime.fastrand", "1.27", "runtime.cheaprand"),
        ("runtime.cheaprand", "1.22", ""),
        # The package has another path, but in no version such a func.
        ("runtime/internal/atomic.NoSuchFunc", "1.27", ""),
        ("runtime.nanotime", "1.27", ""),
    ],
)
def test_name_in_the_targets_version(tmp_path: Path, symbol: str, version: str, name: str) -> None:
    assert name_in_target(unit(tmp_path, version), symbol) == name


@pytest.mark.parametrize(
    ("symbol", "minor", "words"),
    [
        ("runtime.fastrandu", 23, "; instead: math/rand/v2.Uint (it needs no seeding and takes no lock)"),
        ("runtime.fastrandu", 22, ""),
        ("runtime.fastrandu", 27, "; instead: math/rand/v2.Uint (it needs no seeding and takes no lock)"),
        ("example.com/m.f", 27, ""),
    ],
)
def test_public_api_is_named_once_it_is_there(symbol: str, minor: int, words: str) -> None:
    assert replacement_text(symbol, GoVersion(1, minor)) == words


def test_why_there_is_no_public_api() -> None:
    found = replacement_text("runtime.procPin", GoVersion(1, 27))
    assert found.startswith("; ")
    assert "instead" not in found


@pytest.mark.parametrize(
    ("symbol", "version", "text", "offered"),
    [
        ("runtime.cheaprand", "1.21", "; there it is runtime.fastrand", ["runtime.fastrand"]),
        # Its name there is told all the same where it is forbidden.
        ("runtime/internal/syscall.EpollWait", "1.24", "; there it is internal/runtime/syscall.EpollWait", []),
        ("runtime.nanotimes", "1.27", "; nearest: near.a, near.b", ["near.a", "near.b"]),
    ],
)
def test_suggestion_is_the_surest_name(
    tmp_path: Path, symbol: str, version: str, text: str, offered: list[str]
) -> None:
    assert suggestion(unit(tmp_path, version), symbol, ["near.a", "near.b"]) == (text, offered)
    if "nearest" in text:
        assert suggestion(unit(tmp_path, version), symbol, []) == ("", [])


# cases/LN202/escaped_dot_in_path: lower-case hex for the dots behind the last slash.
@pytest.mark.parametrize(
    ("symbol", "escaped"),
    [
        ("yaml.v3.f", "yaml%2ev3.f"),
        ("yaml%2Ev3.f", "yaml%2ev3.f"),
        ("yaml%2ev3.g", ""),
        ("plain.f", ""),
        ("pla%69n.f", "plain.f"),
        ("none.v3.f", ""),
    ],
)
def test_path_is_escaped_as_the_linker_does(tmp_path: Path, symbol: str, escaped: str) -> None:
    files = {
        "a.go": f'package main\n\nimport (\n\t_ "{MODULE}/plain"\n\t_ "{MODULE}/yaml.v3"\n)\n\nfunc main() {{}}\n',
        "yaml.v3/f.go": "package yaml\n\nfunc f() {}\n",
        "plain/f.go": "package plain\n\nfunc f() {}\n",
    }
    names = [f"{MODULE}/{escaped}"] if escaped and escaped != "plain.f" else []
    assert suggestion(unit_of(tmp_path, files), f"{MODULE}/{symbol}", [])[1] == names


LIBRARY = {
    "a.go": f'package main\n\nimport (\n\t_ "{MODULE}/lib"\n\t_ "{MODULE}/other/v2"\n)\n\nfunc main() {{}}\n',
    "lib/f.go": "package lib\n\nfunc f() {}\n",
    "other/v2/g.go": "package other\n\nfunc g() {}\n",
}


@pytest.mark.parametrize(
    ("symbol", "names"),
    [
        ("lib.f", [f"{MODULE}/lib.f"]),
        ("lib.g", []),
        ("other.g", [f"{MODULE}/other/v2.g"]),
        # Of std only what may be pulled, and only of packages of that name.
        ("http.cloneOrMakeHeader", ["net/http.cloneOrMakeHeader"]),
        ("http.noSuchFunc", []),
        ("https.cloneOrMakeHeader", []),
        # A name alone is taken for one of runtime.
        ("nanotime", ["runtime.nanotime"]),
        ("gcStart", []),
        # A path that is known is none that lacks its package.
        ("runtime.gcStart", []),
        (f"{MODULE}/lib.g", []),
        ("main.f", []),
    ],
)
def test_symbols_that_a_name_without_its_path_means(tmp_path: Path, symbol: str, names: list[str]) -> None:
    assert qualified_names(unit_of(tmp_path, LIBRARY), symbol) == names


def test_path_of_a_package_lacks_nothing(tmp_path: Path) -> None:
    # runtime/internal/math has such a func, but math is a package too.
    assert qualified_names(unit(tmp_path, "1.22"), "math.MulUintptr") == []
    assert may_pull(unit(tmp_path, "1.22"), "runtime/internal/math.MulUintptr")


def test_nearest_names_are_spelled_alike_and_may_be_pulled(tmp_path: Path) -> None:
    now = unit(tmp_path)
    assert nearest_names(now, "runtime.nanotimes")[0] == "runtime.nanotime"
    # runtime.nanotime1 is nearer, but forbidden since 1.27.
    assert "runtime.nanotime1" not in nearest_names(now, "runtime.nanotime2")
    assert "runtime.nanotime1" in nearest_names(unit(tmp_path, "1.26"), "runtime.nanotime2")
    assert nearest_names(now, "runtime.zzzzzzzz") == []
    assert nearest_names(now, "none.nanotimes") == []


def test_nearest_names_have_to_fit(tmp_path: Path) -> None:
    now = unit(tmp_path, "1.21")
    every = nearest_names(now, "runtime.fastran")
    assert len(every) == 3
    assert every[0] == "runtime.fastrand"
    assert nearest_names(now, "runtime.fastran", lambda symbol: symbol != every[0])[:2] == every[1:]
    assert nearest_names(now, "runtime.fastran", lambda _: False) == []
