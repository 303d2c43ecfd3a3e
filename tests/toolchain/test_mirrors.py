"""Mirrors of std structs as other versions have them, and as slips have them: LN305 is said of those that are wrong.

The judge is tests/oracle/mirrored.py, over what go/types of the real toolchain says of both structs: every mirror that is
wrong is reported, no other is, and what the message says of fields, offsets and sizes is so.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest

from golinkname_ls.analysis.options import Options
from golinkname_ls.analysis.session import Session
from golinkname_ls.catalog.std.symbols import TargetSymbols, split_symbol
from golinkname_ls.catalog.store.version_catalog import shipped
from golinkname_ls.golang.sizes.layout import Sizes, field_offsets
from golinkname_ls.golang.targets.platform import Platform
from golinkname_ls.golang.targets.target import Target
from golinkname_ls.golang.targets.version import GoVersion
from golinkname_ls.golang.types import model as m
from tests.oracle.mirrored import ORACLE, Struct, structs, untrue, wrong
from tests.toolchain.goroots import Goroot, demand, goroots

pytestmark = pytest.mark.toolchain

PLATFORMS = ["linux/amd64", "linux/386", "darwin/arm64", "windows/amd64"]
NAMES = [
    *("runtime.hiter", "runtime.linknameIter", "reflect.hiter", "runtime.hmap", "internal/runtime/maps.Iter"),
    *("internal/runtime/maps.Map", "runtime.MemProfileRecord", "internal/profilerecord.MemProfileRecord"),
    *(
        "runtime.moduledata",
        "runtime.functab",
        "runtime.textsect",
        "runtime._func",
        "runtime.itab",
        "internal/abi.ITab",
    ),
    *("runtime.g", "runtime.m", "runtime.p", "runtime.mutex", "runtime.gobuf", "runtime.stack", "runtime.sudog"),
    *("runtime._defer", "runtime._panic", "runtime.timer", "runtime.mspan", "runtime.mcache", "runtime.pollDesc"),
    *("runtime.hchan", "runtime.waitq", "runtime.slice", "runtime.eface", "runtime.stringStruct", "runtime.mOS"),
    *("internal/abi.Type", "internal/abi.FuncType", "internal/abi.StructField", "reflect.rtype", "reflect.Value"),
    *("sync.Pool", "sync.Mutex", "internal/poll.FD", "time.Timer", "crypto/tls.halfConn", "net.netFD", "os.file"),
]
SLIPS = 12
PADDED_SINCE = GoVersion(1, 22)


def plain(kind: m.Type, depth: int = 0) -> str:
    """The type in words that any package has."""
    match m.underlying(kind):
        case m.Basic() as basic:
            return basic.kind
        case m.Array(length, element):
            return f"[{length}]{plain(element, depth)}"
        case m.Slice(element):
            return f"[]{plain(element, depth)}"
        case m.Interface() as interface:
            return "interface{ m() }" if interface.methods or interface.embedded else "interface{}"
        case m.Struct(fields):
            return "struct {" + "".join(f"\n{f.name} {plain(f.type, depth + 1)}" for f in fields) + "\n}"
        case _:
            return "unsafe.Pointer"


def fields_of(symbols: TargetSymbols, name: str) -> list[tuple[str, str]]:
    """(name, type in plain words) of each field; [] where the version has no such struct."""
    found = symbols.checker.find(*split_symbol(name), split_symbol(name)[0])
    bare = m.underlying(found.type) if found is not None and found.is_type else m.INVALID
    return [(f.name, plain(f.type)) for f in bare.fields] if isinstance(bare, m.Struct) else []


def slips(fields: list[tuple[str, str]], random: Random) -> Iterator[list[tuple[str, str]]]:
    """The struct with a field left out, changed, swapped, renamed, or cut off behind one."""
    for _ in range(SLIPS):
        at = random.randrange(len(fields))
        name, kind = fields[at]
        before, after = fields[:at], fields[at + 1 :]
        other = random.choice(
            ["uint8", "uint32", "uintptr", "float64", "unsafe.Pointer", "string", "[3]uint8", "[]int"]
        )
        yield random.choice(
            [
                [*before, *after],
                [*before, (name, other), *after],
                [*before, ("renamed", kind), *after],
                [*before, ("renamed", other), *after],
                [*before, ("_", other), *after],
                [*before, ("added", other), (name, kind), *after],
                [*after[:1], *before, (name, kind), *after[1:]],
                [*before, (name, kind)],
            ]
        )


def mirrors(version: GoVersion, platform: Platform, random: Random) -> dict[str, tuple[str, list[tuple[str, str]]]]:
    """Each mirror's name with the upstream struct it stands for, and its fields."""
    found = dict[str, tuple[str, list[tuple[str, str]]]]()
    for name in NAMES:
        told: list[list[tuple[str, str]]] = []
        for other in shipped().versions:
            catalog = shipped().version(other)
            assert catalog is not None
            fields = fields_of(TargetSymbols(catalog, Target(other, platform)), name)
            told += [fields] if fields and fields not in told else []
            if fields and other == version:
                told += [slip for slip in slips(fields, random) if slip and slip not in told]
        for fields in told:
            found[f"mirror{len(found)}"] = (name, fields)
    return found


@pytest.fixture(scope="module")
def oracle(tmp_path_factory):
    built: dict[Path, Path] = {}

    def build(goroot: Goroot) -> Path:
        # Before 1.22 go/types leaves out the padding at a struct's end: a newer one reads the sources.
        by = goroot if goroot.version >= PADDED_SINCE else goroots()[-1]
        assert by.version >= PADDED_SINCE, f"a toolchain of Go {PADDED_SINCE} or later has to be there for Go {goroot}"
        if by.path not in built:
            program = tmp_path_factory.mktemp("oracle") / "fields"
            done = by.go("build", "-o", str(program), ".", cwd=ORACLE)
            assert done.returncode == 0, done.stderr
            built[by.path] = program
        return built[by.path]

    return build


@pytest.mark.parametrize("platform", PLATFORMS)
@pytest.mark.parametrize("goroot", demand(goroots()) if goroots() else [None], ids=str)
def test_mirrors_are_judged_as_by_go_types(goroot, platform, oracle, tmp_path, capsys):
    (goroot,) = demand([goroot] if goroot else [])
    drawn = mirrors(goroot.version, Platform.parse(platform), Random(305))
    text = "\n".join(
        f"//golinkname:mirror {upstream}\ntype {name} struct {{\n" + "".join(f"{n} {k}\n" for n, k in fields) + "}\n"
        for name, (upstream, fields) in drawn.items()
    )
    (tmp_path / "go.mod").write_text(f"module example.com/mirrors\n\ngo {goroot.version}\n")
    file = tmp_path / "mirrors.go"
    file.write_text(f'package mirrors\n\nimport "unsafe"\n\nvar _ unsafe.Pointer\n\n{text}')
    own, std = structs(goroot, oracle(goroot), platform, file, NAMES)

    problems = [f"{name}: our layout" for name in std if not same_layout(goroot.version, platform, name, std[name])]
    session = Session(Options(go=str(goroot.version), platforms=(Platform.parse(platform),)))
    said = {f.message.partition(" ")[0]: f.message for f in session.check(file) if "has not the layout" in f.message}
    counts = Counter[str]()
    for name, (upstream, _) in drawn.items():
        if upstream not in std:
            continue
        bad, message = wrong(own[name], std[upstream]), said.get(name, "")
        counts["wrong" if bad else "right"] += 1
        if bool(bad) != bool(message):
            problems.append(f"{name} of {upstream}: {bad or 'fits'}\n  check: {message or 'nothing'}")
        problems += [
            f"{name} of {upstream}: {f}\n  check: {message}" for f in untrue(message, own[name], std[upstream])
        ]
    with capsys.disabled():
        print(f"\n{goroot} {platform}: {dict(counts)} mirrors of {len(std)} structs, {len(problems)} disagree")
    assert not problems, "\n".join(problems[:30])


def same_layout(version: GoVersion, platform: str, name: str, known: Struct) -> bool:
    """Whether the fields that the catalog has of a struct are where go/types puts them."""
    catalog = shipped().version(version)
    assert catalog is not None
    symbols = TargetSymbols(catalog, Target(version, Platform.parse(platform)))
    found = symbols.checker.find(*split_symbol(name), split_symbol(name)[0])
    bare = m.underlying(found.type) if found is not None else m.INVALID
    assert isinstance(bare, m.Struct), name
    placed = field_offsets(bare, Sizes.of(Platform.parse(platform))) or []
    ours = [(f.name, at, inner.size) for f, at, inner in placed]
    return [o for o in ours if o[0] != "_"] == [(f.path, f.offset, f.size) for f in known.inside("") if f.path != "_"]
