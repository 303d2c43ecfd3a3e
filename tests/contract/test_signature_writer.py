"""How upstream's types are written in another package: what can be named, and what stands for the rest."""

from __future__ import annotations

from dataclasses import replace

import pytest

from golinkname_ls.contract.call_layout import CallLayout
from golinkname_ls.contract.signature_writer import Unwritable, Writer, importable
from golinkname_ls.golang.types import model as m
from golinkname_ls.syntax.items.declarations import Import
from tests.golang.type_checker.written_packages import Code, code
from tests.program.small_programs import target

LIBRARY = {
    "net/http": "package http\n\ntype Client struct{ n int }\ntype hidden struct{ n int }\n",
    "math/rand/v2": "package rand\n\ntype Source struct{}\n",
    "example.com/rand": "package rand\n\ntype Other struct{}\n",
    "internal/abi": "package abi\n\ntype Type struct{ n uintptr }\n",
    "sync/atomic": "package atomic\n\ntype Pointer[T any] struct{ p *T }\n",
}
TYPES = """
import (
	"unsafe"
	"net/http"
	"math/rand/v2"
	other "example.com/rand"
	"internal/abi"
	"sync/atomic"
)

type mutex struct{ key uintptr }
type reason uint8
type list struct{ next *list; items []mutex }
type callback func(callback) mutex
type face interface{ Method() }
type wrapper struct{ mutex; n int }
type Exported struct{ n int }
"""


def upstream() -> Code:
    return code(TYPES, LIBRARY)


def written(kind: str, *existing: Import, taken: str = "", path: str = "main") -> tuple[str, dict[str, str]]:
    """A type of package m as text, with the imports to add."""
    writer = Writer(existing, path, lambda name: name in taken.split())
    return writer.type(upstream().denoted(kind)), writer.imports


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("int", "int"),
        ("byte", "byte"),
        ("error", "error"),
        ("any", "interface{}"),
        ("[]map[string]*int", "[]map[string]*int"),
        ("[4]uint8", "[4]uint8"),
        ("chan (<-chan int)", "chan (<-chan int)"),
        ("<-chan int", "<-chan int"),
        ("func(int, ...string) (bool, error)", "func(int, ...string) (bool, error)"),
        ("struct{}", "struct{}"),
        ("unsafe.Pointer", "unsafe.Pointer"),
        # What has no name outside is its layout, and a pointer to it a pointer.
        ("mutex", "struct{ key uintptr }"),
        ("*mutex", "unsafe.Pointer"),
        ("*struct{ a int }", "unsafe.Pointer"),
        ("map[string]mutex", "unsafe.Pointer"),
        ("chan mutex", "unsafe.Pointer"),
        ("[]mutex", "[]struct{ key uintptr }"),
        ("[2]reason", "[2]uint8"),
        ("reason", "uint8"),
        ("list", "struct{ next unsafe.Pointer; items []struct{ key uintptr } }"),
        ("wrapper", "struct{ mutex struct{ key uintptr }; n int }"),
        ("face", "struct{ tab, data unsafe.Pointer }"),
        ("interface{ Method() }", "struct{ tab, data unsafe.Pointer }"),
        ("func(*mutex, reason)", "func(unsafe.Pointer, uint8)"),
        ("func(...reason) mutex", "func(...uint8) struct{ key uintptr }"),
        ("*http.hidden", "unsafe.Pointer"),
        # std's internal packages cannot be imported.
        ("*abi.Type", "unsafe.Pointer"),
        ("abi.Type", "struct{ n uintptr }"),
    ],
)
def test_type(kind: str, text: str) -> None:
    assert written(kind) == (text, {})


@pytest.mark.parametrize(
    ("kind", "existing", "taken", "text", "added"),
    [
        ("*http.Client", [], "", "*http.Client", {"net/http": "http"}),
        ("*http.Client", [Import("net/http")], "", "*http.Client", {}),
        ("*http.Client", [Import("net/http", "h")], "", "*h.Client", {}),
        ("*http.Client", [Import("net/http", ".")], "", "*Client", {}),
        ("*http.Client", [Import("net/http", "_")], "", "*http.Client", {"net/http": "http"}),
        # The name of an import has to be free.
        ("*http.Client", [], "http", "*gohttp.Client", {"net/http": "gohttp"}),
        ("*http.Client", [], "http gohttp", "*gogohttp.Client", {"net/http": "gogohttp"}),
        ("*http.Client", [Import("example.com/http")], "", "*gohttp.Client", {"net/http": "gohttp"}),
        ("*http.Client", [Import("x", "http")], "", "*gohttp.Client", {"net/http": "gohttp"}),
        # A major version is no name.
        ("*rand.Source", [], "", "*rand.Source", {"math/rand/v2": "rand"}),
        (
            "func(*rand.Source, *other.Other)",
            [],
            "",
            "func(*rand.Source, *gorand.Other)",
            {"math/rand/v2": "rand", "example.com/rand": "gorand"},
        ),
        ("atomic.Pointer[int]", [], "", "atomic.Pointer[int]", {"sync/atomic": "atomic"}),
        ("atomic.Pointer[mutex]", [], "", "struct{ p unsafe.Pointer }", {}),
        ("*mutex", [Import("unsafe", "u")], "", "u.Pointer", {}),
        ("*mutex", [Import("unsafe", ".")], "", "Pointer", {}),
        ("*mutex", [Import("unsafe", "_"), Import("unsafe", "u")], "", "u.Pointer", {}),
        # A predeclared name that the package has given another meaning.
        ("error", [], "error", "struct{ tab, data unsafe.Pointer }", {}),
    ],
)
def test_names_in_the_file(kind: str, existing: list[Import], taken: str, text: str, added: dict[str, str]) -> None:
    assert written(kind, *existing, taken=taken) == (text, added)


def test_types_of_the_files_own_package() -> None:
    assert written("*mutex", path="m") == ("*mutex", {})
    assert written("*Exported", path="m") == ("*Exported", {})


@pytest.mark.parametrize(("kind", "taken"), [("int", "int"), ("[]reason", "uint8"), ("callback", ""), ("Missing", "")])
def test_what_cannot_be_written(kind: str, taken: str) -> None:
    with pytest.raises(Unwritable):
        written(kind, taken=taken)


@pytest.mark.parametrize(
    ("signature", "text"),
    [
        ("func()", "()"),
        ("func(int, *mutex) bool", "(int, unsafe.Pointer) bool"),
        ("func(a int, l *mutex) (ok bool)", "(a int, l unsafe.Pointer) (ok bool)"),
        ("func(a int, b ...reason) (int, error)", "(a int, b ...uint8) (int, error)"),
        ("func(_ int, b string)", "(_ int, b string)"),
        ("func(_ int)", "(int)"),
    ],
)
def test_signature(signature: str, text: str) -> None:
    denoted = upstream().denoted(signature)
    assert isinstance(denoted, m.Signature)
    assert Writer(()).signature(CallLayout(denoted, target())) == text


def test_receiver_with_the_name_of_a_parameter() -> None:
    signature = upstream().denoted("func(m int)")
    assert isinstance(signature, m.Signature)
    method = replace(signature, receiver=m.Parameter(upstream().denoted("*mutex"), "m"))
    assert Writer(()).signature(CallLayout(method, target())) == "(m unsafe.Pointer, _ int)"


def test_specs_of_the_imports_to_add() -> None:
    writer = Writer((), taken=lambda name: name == "http")
    writer.type(upstream().denoted("func(*http.Client, *rand.Source)"))
    assert writer.specs() == (Import("net/http", "gohttp"), Import("math/rand/v2", "rand"))


@pytest.mark.parametrize(
    ("path", "importer", "expected"),
    [
        ("net/http", "example.com/a", True),
        ("internal/abi", "example.com/a", False),
        ("example.com/a/internal", "example.com/a", True),
        ("example.com/a/internal/b", "example.com/a", True),
        ("example.com/a/internal/b", "example.com/a/c", True),
        ("example.com/a/internal/b", "example.com/ab", False),
        ("example.com/a/internal/b", "example.com", False),
        # The last internal of a path counts.
        ("a/internal/b/internal/c", "a/x", False),
        ("a/internal/b/internal/c", "a/internal/b/d", True),
        ("example.com/internals/b", "x", True),
        ("vendor/golang.org/x/net/idna", "example.com/a", False),
        ("main", "example.com/a", False),
        ("", "example.com/a", False),
    ],
)
def test_importable(path: str, importer: str, expected: bool) -> None:
    assert importable(path, importer) is expected
