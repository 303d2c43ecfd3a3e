"""Since which Go version a std symbol is refused; the versions are those of the measured links."""

from __future__ import annotations

from pathlib import Path

import pytest

from golinkname_ls.linking.std_versions.refused_since import refused_since, with_same_signature
from tests.linking.std_versions.small_std import small_std
from tests.program.small_programs import symbols_of, target


@pytest.mark.parametrize(
    ("symbol", "since"),
    [
        ("runtime.gcStart", "1.23"),
        ("runtime.allglen", "1.23"),
        ("runtime.printlock", "1.24"),
        ("runtime.mapaccess1", "1.24"),
        ("encoding/json.unquoteBytes", "1.26"),
        ("runtime.addmoduledata", "1.26"),
        ("runtime.gogo", "1.27"),
        # From blocked to unmarked: it has been refused all the time.
        ("runtime.coroswitch", "1.23"),
        # New, and nobody outside std could ever pull it.
        ("sync.runtime_SemacquireWaitGroup", None),
        # Blocked, but never there.
        ("net.newWindowsFile", None),
    ],
)
def test_version_that_closed_it(symbol: str, since: str | None) -> None:
    found = refused_since(symbols_of(target("1.27")), symbol)
    assert (str(found) if found else None) == since


def test_versions_after_the_target_do_not_count() -> None:
    assert str(refused_since(symbols_of(target("1.24")), "runtime.coroswitch")) == "1.23"


RUNTIME = """
func wanted(n int) int { return n }
func plain() {}
func (t *T) method(n int) int { return n }
var variable int

//go:linkname wanted_much
func wanted_much(n int) int { return n }

//go:linkname far
func far(n int) int { return n }

//go:linkname wanted2
func wanted2(n int) int { return n }

//go:linkname wanted3
func wanted3(n int64) int { return 0 }

//go:linkname plain2
func plain2() {}

//go:linkname pushed sync.pushed
func pushed(n int) int { return n }

//go:linknamestd for_std
func for_std(n int) int { return n }

type T struct{}
"""


@pytest.mark.parametrize(
    ("symbol", "near"),
    [
        # Two at most, of those that are open and of the same package.
        ("runtime.wanted", {"runtime.wanted2", "runtime.wanted_much"}),
        ("runtime.wanted2", {"runtime.wanted_much", "runtime.far"}),
        # Of `func()` there are too many to say anything.
        ("runtime.plain", set()),
        # A receiver would have to be the same as well.
        ("runtime.(*T).method", set()),
        ("runtime.variable", set()),
    ],
)
def test_open_funcs_of_one_signature(symbol: str, near: set[str], tmp_path: Path) -> None:
    symbols = small_std(tmp_path, "1.27", RUNTIME)
    found = symbols.find(symbol)
    assert found is not None
    assert set(with_same_signature(symbols, found)) == near
