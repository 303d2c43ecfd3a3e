"""What a signature on a command line denotes, its qualifiers being import paths, and what is said where it is none."""

from __future__ import annotations

import pytest

from golinkname_ls.golang.type_checker.checker import Checker
from golinkname_ls.golang.type_checker.command_line_signature import NoSignature, signature_of
from golinkname_ls.golang.types.type_text import type_text
from tests.golang.type_checker.written_packages import WrittenPackages

PACKAGES = {
    "runtime": "package runtime\n\ntype mcache struct{}\n\ntype Kind uint8\n\ntype List[T any] []T\n\nconst N = 4\n",
    "sync/atomic": "package atomic\n\ntype Int64 struct{ v int64 }\n",
    "internal/runtime/atomic": "package atomic\n\ntype Int64 struct{ v, w int64 }\n",
    "math/rand/v2": "package rand\n\ntype PCG struct{}\n",
}


def checker(goarch: str = "amd64") -> Checker:
    return Checker(WrittenPackages(PACKAGES, goarch))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("func(runtime.Kind, *runtime.mcache) error", "func(runtime.Kind, *runtime.mcache) error"),
        # Two packages of one name in one signature, and one package twice.
        (
            "func(a sync/atomic.Int64, b internal/runtime/atomic.Int64, c sync/atomic.Int64)",
            "func(a sync/atomic.Int64, b internal/runtime/atomic.Int64, c sync/atomic.Int64)",
        ),
        # The last element of the path is no name of the package here.
        ("func(math/rand/v2.PCG)", "func(math/rand/v2.PCG)"),
        ("func(runtime runtime.Kind)", "func(runtime runtime.Kind)"),
        ("func(...runtime.Kind)", "func(...runtime.Kind)"),
        ("func([runtime.N]int) map[runtime.Kind]chan runtime.List[*runtime.Kind]",) * 2,
        ("  func()  ", "func()"),
        ("func(unsafe.Pointer)", "func(unsafe.Pointer)"),
        # A declaration's name is passed over, and its receiver is the first parameter.
        ("func Name(a int) bool", "func(a int) bool"),
        ("func (c *runtime.mcache) refill(spc runtime.Kind)", "func(c *runtime.mcache, spc runtime.Kind)"),
        ("func (runtime.Kind) String() string", "func(runtime.Kind) string"),
        # What stands behind the parameters is a result here, and no name.
        ("func (a int) func() int", "func(a int) func() int"),
        ("func (a int) chan int", "func(a int) chan int"),
        ("func(int) (n int, err error)", "func(int) (n int, err error)"),
    ],
)
def test_signature(text: str, expected: str) -> None:
    found = type_text(signature_of(text, checker()))
    assert found == expected.replace("[runtime.N]", "[4]")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("int", "is no signature: write it as Go does"),
        ("func(", "is no signature: write it as Go does"),
        ("func (a int, b int) m()", "is no signature: write it as Go does"),
        ("func () m()", "is no signature: write it as Go does"),
        ("func[T any](T)", "is generic"),
        ("func Keys[T any](T)", "is generic"),
        ("func(a int, string)", "some of its parameters have names and some have none"),
        ("func() (n []int, error)", "some of its parameters have names and some have none"),
        ("func(a ...int, b int)", "only its last parameter can be variadic"),
        ("func() (a ...int)", "only its last parameter can be variadic"),
        ("func(\udc80)", "it is not UTF-8"),
    ],
)
def test_what_is_no_signature_is_said(text: str, words: str) -> None:
    with pytest.raises(NoSignature) as error:
        signature_of(text, checker())
    assert words in str(error.value)
    assert "\n" not in str(error.value)


@pytest.mark.parametrize(
    ("text", "unknown"),
    [
        # Each is named once, as it was written.
        ("func(a internal/runtime/atomic.No, b *gone.T, c gone.T) Foo", "internal/runtime/atomic.No, gone.T, Foo"),
        ("func(func(map[Foo][]Bar)) struct{ f interface{ M(Last) } }", "Foo, Bar, Last"),
        ("func([runtime.none]int)", "the length of an array"),
        ("func(runtime.List)", "runtime.List without type arguments"),
        ("func(runtime.Kind[int])", "an instance of what is not generic"),
        ("func(runtime.List[Foo])", "Foo"),
        ("func(none[int])", "none"),
        ("func(runtime.N)", "runtime.N"),
    ],
)
def test_types_that_are_not_known_are_named(text: str, unknown: str) -> None:
    with pytest.raises(NoSignature) as error:
        signature_of(text, checker("arm"))
    assert str(error.value) == f"{unknown} in {text!r} is not known to Go 1.27 on linux/arm"


def test_a_long_text_is_cut() -> None:
    with pytest.raises(NoSignature) as error:
        signature_of("func(" + "x" * 1000, checker())
    assert repr("func(" + "x" * 95 + "…") in str(error.value)
