"""What reflect of a real toolchain says of func types, and what the contract's definition makes of it.

Nothing here uses the project's own types, layout or register assignment.
"""

from __future__ import annotations

import json
import re
import shutil
from dataclasses import dataclass
from pathlib import Path

from golinkname_ls.golang.targets.version import GoVersion
from tests.toolchain.goroots import Goroot

ORACLE = Path(__file__).parent / "abi"


@dataclass(frozen=True)
class Value:
    """A machine value at its place: a register (`class`, index), or the bytes of the stack from `start` to `end`."""

    kind: str
    size: int
    register: tuple[str, int] | None
    start: int = 0

    @property
    def end(self) -> int:
        return self.start + self.size

    @property
    def is_float(self) -> bool:
        return self.kind.startswith("float")

    @property
    def is_address(self) -> bool:
        """A pointer; the first word of an interface is one to its type, though the garbage collector skips it."""
        return self.kind in ("pointer", "itab")


@dataclass(frozen=True)
class Calling:
    arguments: list[Value]
    results: list[Value]
    reserved: int

    @classmethod
    def read(cls, row: dict) -> Calling:
        arguments = _values(row["args"], row["arg_scalars"])
        results = _values(row["results"], row["result_scalars"])
        return cls(arguments, results, row["stack_bytes"] + row["spill_bytes"])


def _values(parts: list[list[dict]], scalars: list[list[dict]]) -> list[Value]:
    found = []
    for pieces, inner in zip(parts, scalars, strict=True):
        if pieces and pieces[0]["kind"] == "stack":
            found += [Value(s["kind"], s["size"], None, pieces[0]["stack"] + s["offset"]) for s in inner]
            continue
        assert [(p["offset"], p["size"]) for p in pieces] == [(s["offset"], s["size"]) for s in inner]
        for piece, scalar in zip(pieces, inner, strict=True):
            kind = "float" if piece["kind"] == "float" else "int"
            found.append(Value(scalar["kind"], scalar["size"], (kind, piece["reg"])))
    return found


def broken(stub: Calling, upstream: Calling) -> str:
    """Why the definition calls the stub broken; "" when it does not."""
    if stub.reserved < upstream.reserved:
        return f"the caller reserves {stub.reserved} bytes of stack, upstream uses {upstream.reserved}"
    return _unmet(upstream.arguments, stub.arguments) or _unmet(stub.results, upstream.results)


def _unmet(read: list[Value], made: list[Value]) -> str:
    for value in read:
        if value.register is not None:
            makers = [m for m in made if m.register == value.register]
            if not makers:
                return f"nobody sets {value}"
            if makers[0].size < value.size:
                return f"{makers[0]} is smaller than {value}"
        else:
            makers = [m for m in made if m.register is None and m.start < value.end and value.start < m.end]
            covered = {byte for m in makers for byte in range(m.start, m.end)}
            if not covered >= set(range(value.start, value.end)):
                return f"not all of {value} is set"
        for maker in makers:
            if maker.is_float != value.is_float:
                return f"{maker} is of another class than {value}"
            if maker.is_address != value.is_address and "uintptr" not in (maker.kind, value.kind):
                return f"{maker} meets {value}"
    return ""


def callings(
    goroot: Goroot, signatures: list[str], imports: dict[str, str], folder: Path, goarch: str
) -> list[Calling]:
    """How the toolchain's reflect calls each func type; `imports` maps the paths they may need to names."""
    shutil.copytree(ORACLE, folder)
    rows = "".join(f"\t({s})(nil),\n" for s in signatures)
    source = (
        f"package main\n\n{import_block(rows, imports)}\nvar _ unsafe.Pointer\n\nvar signatures = []any{{\n{rows}}}\n"
    )
    (folder / "signatures.go").write_text(source)
    flags = ["-ldflags=-checklinkname=0"] if goroot.version >= GoVersion(1, 23) else []
    done = goroot.go("build", *flags, "-o", "oracle.exe", ".", cwd=folder, env={"CGO_ENABLED": "0", "GOARCH": goarch})
    assert done.returncode == 0, done.stderr
    done = goroot.run(folder / "oracle.exe", "scalars", cwd=folder)
    assert done.returncode == 0, done.stderr
    return [Calling.read(json.loads(line)) for line in done.stdout.splitlines()]


def import_block(text: str, imports: dict[str, str]) -> str:
    """The imports that a text uses, and unsafe."""
    used = [(name, path) for path, name in sorted(imports.items()) if re.search(rf"(?<![\w.]){name}\.", text)]
    return 'import "unsafe"\n' + "".join(f'import {name} "{path}"\n' for name, path in used)
