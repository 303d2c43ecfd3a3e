"""What type a link's upstream has, in std by the catalog and outside by its source."""

from __future__ import annotations

from pathlib import Path

import pytest

from golinkname_ls.contract.call_layout import short_text
from golinkname_ls.contract.upstream_types import (
    own_call,
    own_variable,
    upstream_call,
    upstream_signature,
    upstream_variable,
)
from golinkname_ls.golang.types import model as m
from golinkname_ls.linking.resolving.definitions_outside_std import OwnDefinition, own_definitions
from golinkname_ls.program.program import Program
from golinkname_ls.program.type_checking import checker_of
from tests.linking.std_versions.small_std import small_std
from tests.program.small_programs import MODULE, program

RUNTIME = """
type T struct{ n int }

func (t T) value(n int) bool { return false }
func (t *T) pointer() {}
func plain(a int, b ...string) (t *T, err error) { return nil, nil }
func unknown(a Missing) {}
func generic[E any](e E) {}

var typed *T
var valued = [2]int{1, 2}
var missing Missing

//go:linkname syncPush sync.pushed
func syncPush(n int) T { return T{} }
"""


@pytest.mark.parametrize(
    ("symbol", "text"),
    [
        ("runtime.plain", "func f(a int, b ...string) (t *runtime.T, err error)"),
        # A body that is pushed is written where it is.
        ("sync.pushed", "func f(n int) runtime.T"),
        ("runtime.T.value", "func f(t runtime.T, n int) bool"),
        ("runtime.(*T).pointer", "func f(t *runtime.T)"),
        ("runtime.unknown", None),
        ("runtime.typed", None),
    ],
)
def test_call_of_std(symbol: str, text: str | None, tmp_path: Path) -> None:
    symbols = small_std(tmp_path, "1.27", RUNTIME)
    found = symbols.find(symbol)
    assert found is not None
    call = upstream_call(symbols, found)
    assert (call.text("f") if call is not None else None) == text


def test_wrapper_of_a_value_method_takes_a_pointer(tmp_path: Path) -> None:
    symbols = small_std(tmp_path, "1.27", RUNTIME)
    found = symbols.find("runtime.T.value")
    assert found is not None
    signature = upstream_signature(symbols, found._replace(symbol="runtime.(*T).value"))
    assert signature is not None and signature.receiver is not None
    assert short_text(signature.receiver.type) == "*runtime.T"
    plain = upstream_signature(symbols, found)
    assert plain is not None and plain.receiver is not None
    assert short_text(plain.receiver.type) == "runtime.T"


def test_generic_func_has_no_signature_to_compare(tmp_path: Path) -> None:
    symbols = small_std(tmp_path, "1.27", RUNTIME)
    found = symbols.find("runtime.plain")
    entry = symbols.declared("runtime.generic")
    assert found is not None and entry is not None
    assert upstream_signature(symbols, found._replace(entry=entry)) is None
    assert upstream_signature(symbols, found._replace(entry=None)) is None


@pytest.mark.parametrize(
    ("symbol", "text"),
    [
        ("runtime.typed", "*runtime.T"),
        ("runtime.valued", "[2]int"),
        ("runtime.missing", "invalid type"),
        ("runtime.plain", "invalid type"),
    ],
)
def test_variable_of_std(symbol: str, text: str, tmp_path: Path) -> None:
    symbols = small_std(tmp_path, "1.27", RUNTIME)
    found = symbols.find(symbol)
    assert found is not None
    assert short_text(upstream_variable(symbols, found)) == text


CODE = """package m

import "net/url"

type T struct{ n int }

func (t T) value(u *url.URL) bool { return false }
func (t *T) pointer()             {}
func plain(a int, u url.URL) error { return nil }
func unknown(a Missing)           {}

type G[E any] struct{}

var typed *T
var valued = plain
"""


def definition(root: Path, symbol: str) -> tuple[Program, OwnDefinition]:
    found = program(root, {"m.go": CODE, "a.s": "TEXT ·inText(SB),4,$0\n\tRET\n"})
    return found, own_definitions(found, f"{MODULE}.{symbol}", found.symbols.target)[0]


@pytest.mark.parametrize(
    ("symbol", "text"),
    [
        ("plain", "func f(a int, u url.URL) error"),
        ("T.value", "func f(t m.T, u *url.URL) bool"),
        ("(*T).value", "func f(t *m.T, u *url.URL) bool"),
        ("(*T).pointer", "func f(t *m.T)"),
        ("unknown", None),
        ("typed", None),
        # Assembly without a stub.
        ("inText", None),
    ],
)
def test_call_outside_std(symbol: str, text: str | None, tmp_path: Path) -> None:
    found, own = definition(tmp_path, symbol)
    call = own_call(checker_of(found), own)
    assert (call.text("f") if call is not None else None) == text


@pytest.mark.parametrize(
    ("symbol", "text"),
    [
        ("typed", "*m.T"),
        ("valued", "func(a int, u url.URL) error"),
        ("plain", "invalid type"),
    ],
)
def test_variable_outside_std(symbol: str, text: str, tmp_path: Path) -> None:
    found, own = definition(tmp_path, symbol)
    kind = own_variable(checker_of(found), own)
    assert short_text(kind) == text
    assert (kind is m.INVALID) is (text == "invalid type")
