"""Where arguments and results travel, as reflect of real toolchains computed it (tests/oracle/abi recorded it)."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from golinkname_ls.cli.commands.abi import described
from golinkname_ls.cli.main import run
from golinkname_ls.golang.targets.platform import Platform
from golinkname_ls.golang.targets.target import Target
from golinkname_ls.golang.targets.version import GoVersion

RECORDED = Path(__file__).parent / "abi-1.27-linux-amd64.jsonl"


def test_as_recorded():
    target = Target(GoVersion(1, 27), Platform("linux", "amd64"))
    for line in RECORDED.read_text().splitlines():
        theirs = json.loads(line)
        ours = described(theirs.pop("signature"), target)
        assert {k: ours[k] for k in ("args", "results", "stack_bytes")} == {
            k: theirs[k] for k in ("args", "results", "stack_bytes")
        }


def test_everything_on_the_stack_without_a_register_abi(capsys):
    # cmd/compile/abi-internal.md: 386 has no register arguments; offsets by its 4-byte alignment.
    assert run(["abi", "func(a int8, b int64, c string) (ok bool)", "--platform", "linux/386", "--format", "json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["args"] == [
        [{"kind": "stack", "offset": 0, "size": 1, "stack": 0}],
        [{"kind": "stack", "offset": 0, "size": 8, "stack": 4}],
        [{"kind": "stack", "offset": 0, "size": 8, "stack": 12}],
    ]
    assert found["results"] == [[{"kind": "stack", "offset": 0, "size": 1, "stack": 20}]]


def test_text_names_registers_and_std_types(capsys):
    assert run(["abi", "func(t runtime.gcTrigger) internal/abi.Kind"]) == 0
    out = capsys.readouterr().out
    assert "t runtime.gcTrigger" in out
    assert "AX (8 bytes), BX (8 bytes), CX (4 bytes)" in out


@pytest.mark.parametrize("text", ["func(", "", "func(t runtime.noSuchType)", "func(a [1<<70]int)", "\x00"])
def test_what_cannot_be_read_is_one_clear_line(text, capsys):
    assert run(["abi", text]) == 2
    assert len(capsys.readouterr().err.splitlines()) == 1


def arguments_of(text: str) -> list:
    return described(text, Target(GoVersion(1, 27), Platform("linux", "amd64")))["args"]


@pytest.mark.parametrize(
    ("text", "same"),
    [
        ("func (c *runtime.mcache) refill(spc runtime.spanClass)", "func(*runtime.mcache, runtime.spanClass)"),
        ("func (reflect.Value) Len() int", "func(reflect.Value)"),
        ("func f(a, b int, s string)", "func(int, int, string)"),
        ("func (a int) func() int", "func(int)"),
        ("func(format string, d ...time.Duration)", "func(string, []time.Duration)"),
        ("func(p sync/atomic.Pointer[time.Time])", "func(unsafe.Pointer)"),
        # Both packages are called atomic; the sizes are those of sync/atomic/type.go and internal/runtime/atomic/types.go.
        ("func(a sync/atomic.Int64, b internal/runtime/atomic.Uint8)", "func(int64, uint8)"),
        ("func(time time.Time, v math/rand/v2.PCG)", "func(struct{a uint64; b int64; c *int}, struct{hi, lo uint64})"),
    ],
)
def test_a_declaration_and_what_its_types_stand_for(text, same):
    def places(values: list) -> list:
        return [[(p["offset"], p["size"], p.get("reg"), p.get("stack")) for p in parts] for parts in values]

    assert places(arguments_of(text)) == places(arguments_of(same))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("func(x *runtime.noSuch, y nosuch.T) Foo", "runtime.noSuch, nosuch.T, Foo in "),
        ("func(x [-1]int)", "the length of an array in "),
        ("func(x sync/atomic.Pointer)", "sync/atomic.Pointer without type arguments in "),
        ("func(x sync/atomic.Int64[int])", "an instance of what is not generic in "),
        ("func[T any](T) T", "is generic"),
        ("func f[T any](x T)", "is generic"),
        ("func(a int, string)", "some of its parameters have names"),
        ("func(a ...int, b int)", "only its last parameter can be variadic"),
        ("func (a, b int) f()", "is no signature: write it as Go does"),
        ("func(\udcff int)", "it is not UTF-8"),
        ("func(x " + "*" * 5000 + "int)", "is no signature"),
    ],
)
def test_what_is_wrong_is_said(text, words, capsys):
    assert run(["abi", text]) == 2
    error = capsys.readouterr().err
    assert words in error
    assert error.count("\n") == 1
    assert len(error) < 300


def test_brackets_of_types_are_printed(capsys):
    assert run(["abi", "func(m map[string]int, p *sync/atomic.Pointer[int])"]) == 0
    out = capsys.readouterr().out
    assert "m map[string]int " in out
    assert "p *sync/atomic.Pointer[int] " in out


@pytest.mark.parametrize("arguments", [["--platform", "nowhere/amd64"], ["--go", "1.99"], ["--go", "x"]])
def test_unknown_target(arguments, capsys):
    assert run(["abi", "func()", *arguments]) == 2
    assert capsys.readouterr().err.startswith("golinkname-ls: ")
