"""What go/types of a real toolchain says of a mirror and of the struct it stands for, and what LN305's page makes of it.

Nothing here uses the project's own types or layout.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from pathlib import Path

from tests.toolchain.goroots import Goroot

ORACLE = Path(__file__).parent / "fields"
ADDRESSES = ("pointer", "itab", "uintptr")


@dataclass(frozen=True)
class Field:
    path: str
    offset: int
    size: int
    kind: str

    @property
    def end(self) -> int:
        return self.offset + self.size


@dataclass(frozen=True)
class Struct:
    """Fields by path (`a`, `a.b`), and machine values (which have no path)."""

    size: int
    fields: dict[str, Field]
    leaves: list[Field]

    def inside(self, prefix: str) -> list[Field]:
        """The fields of a field's own struct, those of the struct itself for ""."""
        depth = prefix.count(".")
        return [f for p, f in self.fields.items() if p.startswith(prefix) and p.count(".") == depth]

    def find(self, path: str) -> Field | None:
        """The field of a path, whatever the case of its letters."""
        return next((f for p, f in self.fields.items() if p.casefold() == path.casefold()), None)

    def within(self, field: Field) -> list[Field]:
        """The machine values of a field."""
        return [leaf for leaf in self.leaves if field.offset <= leaf.offset and leaf.end <= field.end]


def structs(
    goroot: Goroot, program: Path, platform: str, file: Path, names: list[str]
) -> tuple[dict[str, Struct], dict[str, Struct]]:
    """Those of the file, and the named ones of std that the toolchain has."""
    goos, goarch = platform.split("/")
    real = (goroot.path / "src").resolve().parent
    env = {"GOOS": goos, "GOARCH": goarch, "GOROOT": str(real)}
    done = goroot.run(program, goos, goarch, str(file), *names, cwd=file.parent, env=env)
    assert done.returncode == 0, done.stderr
    own, std = dict[str, Struct](), dict[str, Struct]()
    for row in map(json.loads, done.stdout.splitlines()):
        fields = {f["path"]: Field(**f) for f in row["fields"] or ()}
        found = Struct(row["size"], fields, [Field(**f) for f in row["leaves"] or ()])
        (std if "." in row["type"] else own)[row["type"]] = found
    return own, std


def wrong(mirror: Struct, upstream: Struct, prefix: str = "") -> list[str]:
    """The fields of the mirror that are not upstream's, by LN305's page, each with why."""
    found = []
    for field in mirror.inside(prefix):
        name = field.path.removeprefix(prefix)
        there = upstream.find(field.path)
        if name == "_":
            continue
        if there is None:
            found += _renamed(mirror, field, upstream)
        elif there.offset != field.offset:
            found.append(f"{field.path} moved")
        elif _room(mirror, field) and field.size <= there.size:
            continue
        elif field.kind == there.kind == "struct":
            inner = wrong(mirror, upstream, f"{field.path}.")
            found += inner or ([f"{field.path} larger"] if field.size > there.size else [])
        elif field.size != there.size:
            found.append(f"{field.path} resized")
        elif _other_kind(mirror.within(field), upstream.within(there)):
            found.append(f"{field.path} of another kind")
    return found


def _room(mirror: Struct, field: Field) -> bool:
    empty = field.kind == "struct" and not mirror.inside(f"{field.path}.")
    return empty or field.kind in ("array of number", "array of uintptr", "array of float")


def _renamed(mirror: Struct, field: Field, upstream: Struct) -> list[str]:
    if field.end > upstream.size and not _room(mirror, field):
        return [f"{field.path} behind the end"]
    there = {leaf.offset: leaf for leaf in upstream.leaves}
    for leaf in mirror.within(field):
        other = there.get(leaf.offset)
        if leaf.kind == "pointer" and other is not None and other.kind not in ADDRESSES:
            return [f"{field.path} a pointer"]
    return []


def _other_kind(mine: list[Field], other: list[Field]) -> bool:
    if [(f.offset, f.size) for f in mine] != [(f.offset, f.size) for f in other]:
        there = {f.offset: f for f in other}
        return any(
            f.kind == "pointer" and (f.offset not in there or there[f.offset].kind not in ADDRESSES) for f in mine
        )
    for one, two in zip(mine, other, strict=True):
        if (one.kind == "float") != (two.kind == "float"):
            return True
        pointers = (one.kind == "pointer") != (two.kind == "pointer")
        if pointers and not (one.kind in ADDRESSES and two.kind in ADDRESSES):
            return True
    return False


def untrue(message: str, mirror: Struct, upstream: Struct) -> list[str]:
    """What the message says of a field, an offset or a size that is not so."""
    false = []
    text = message.partition(" on ")[2].partition(": ")[2]
    for path, there, here in re.findall(r"(?:^|; )([\w.]+) is at offset (\d+), here at (\d+)", text):
        mine, theirs = mirror.find(path), upstream.find(path)
        ends = (_base(upstream, path) + int(there), _base(mirror, path) + int(here))
        if mine is None or theirs is None or (theirs.offset, mine.offset) != ends:
            false.append(f"{path} at {there}, here {here}: {theirs}, {mine}")
    for path, there, here in re.findall(r"(?:^|; )([\w.]+) is (\d+) bytes \([^;]*\), here (\d+) \(", text):
        mine, theirs = mirror.find(path), upstream.find(path)
        if mine is None or theirs is None or (theirs.size, mine.size) != (int(there), int(here)):
            false.append(f"{path} has {there} bytes, here {here}: {theirs}, {mine}")
    for path, at in re.findall(r"(?:upstream has |\d, )([\w.]+) [^;]*? at offset (\d+)(?=,| besides)", text):
        theirs = upstream.find(path)
        if theirs is None or theirs.offset != _base(upstream, path) + int(at) or mirror.find(path) is not None:
            false.append(f"{path} besides at {at}: {theirs}")
    for paths in re.findall(r"upstream has no ([\w., ]+?)(?:;|$)", text):
        false += [f"{p} missing" for p in paths.split(", ") if mirror.find(p) is None or upstream.find(p) is not None]
    for path in re.findall(r"(?:^|; )([\w.]+) lies behind", text):
        mine, outer = mirror.find(path), upstream.find(path.rpartition(".")[0])
        size = outer.size if outer is not None else upstream.size
        false += [f"{path} behind {size}"] if mine is None or mine.end - _base(mirror, path) <= size else []
    return false


def _base(struct: Struct, path: str) -> int:
    outer = struct.find(path.rpartition(".")[0])
    return outer.offset if outer is not None else 0
