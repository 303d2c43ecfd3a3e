"""Right stubs with one thing changed: LN301 is said of those, and only those, that the contract's definition calls broken.

The judge is tests/oracle/reflected.py: the definition, over what the real toolchain's reflect says of both func types.
GOLINKNAME_SEED and GOLINKNAME_MUTATIONS change the seed and the number.
"""

from __future__ import annotations

import os
from collections import Counter
from pathlib import Path
from random import Random

import pytest

from golinkname_ls.analysis.options import Options
from golinkname_ls.analysis.session import Session
from golinkname_ls.catalog.std.symbols import Kind, TargetSymbols
from golinkname_ls.catalog.store.version_catalog import shipped
from golinkname_ls.contract.signature_writer import Writer
from golinkname_ls.contract.upstream_types import upstream_call
from golinkname_ls.golang.targets.platform import Platform
from golinkname_ls.golang.targets.target import Target
from golinkname_ls.rules.core.finding import Finding
from golinkname_ls.syntax.items.declarations import Import
from tests.oracle.mutations import Shape, mutate
from tests.oracle.reflected import broken, callings, import_block
from tests.toolchain.goroots import Goroot, demand, goroots
from tests.toolchain.test_stubs import importables, pullable

pytestmark = pytest.mark.toolchain

SEED = int(os.environ.get("GOLINKNAME_SEED", "301"))
COUNT = int(os.environ.get("GOLINKNAME_MUTATIONS", "5000"))
# 386 passes everything on the stack; its programs run on amd64.
ARCHITECTURES = os.environ.get("GOLINKNAME_ARCHITECTURES", "amd64,386").split(",")
BATCH = 100


def stubs(symbols: TargetSymbols, writer: Writer) -> dict[str, Shape]:
    """The right stub of every func and method that may be pulled."""
    found = {}
    for name in pullable(symbols):
        definition = symbols.find(name)
        if definition is None or definition.kind in (Kind.VAR, Kind.ASSEMBLY_DATA):
            continue
        call = upstream_call(symbols, definition)
        if call is not None:
            parameters = tuple(writer.type(p.type) for p in call.parameters)
            found[name] = Shape(parameters, tuple(writer.type(r.type) for r in call.results))
    return found


def reported(
    rows: list[tuple[str, Shape]], imports: dict[str, str], symbols: TargetSymbols, folder: Path
) -> dict[int, list[Finding]]:
    """What `check` says of the contract of each stub, by its number."""
    folder.mkdir()
    (folder / "go.mod").write_text(f"module example.com/mutated\n\ngo {symbols.target.go}\n", "utf-8")
    blank = "".join(f'import _ "{p}"\n' for p in importables(symbols))
    files = []
    for at in range(0, len(rows), BATCH):
        batch = list(enumerate(rows))[at : at + BATCH]
        text = "".join(f"//go:linkname s{n} {symbol}\nfunc s{n}{shape.text}\n\n" for n, (symbol, shape) in batch)
        files.append(folder / f"at{at}" / "main.go")
        files[-1].parent.mkdir()
        head = f"package main\n\n{blank}{import_block(text, imports)}"
        files[-1].write_text(f"{head}\n{text}func main() {{}}\n", "utf-8")
    session = Session(Options(go=str(symbols.target.go), platforms=(symbols.target.platform,)))
    found: dict[int, list[Finding]] = {}
    for file in files:
        for finding in session.check(file):
            assert finding.code not in ("LN104", "LN202", "LN204"), finding
            if finding.directive is not None and finding.code in ("LN301", "LN302", "LN303"):
                found.setdefault(int(finding.directive.local[1:]), []).append(finding)
    return found


@pytest.mark.parametrize("goarch", ARCHITECTURES)
@pytest.mark.parametrize("goroot", demand(goroots()) if goroots() else [None], ids=str)
def test_mutated_stubs_are_judged_as_by_reflect(
    goroot: Goroot | None, goarch: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (goroot,) = demand([goroot] if goroot else [])
    catalog = shipped().version(goroot.version)
    assert catalog is not None
    symbols = TargetSymbols(catalog, Target(goroot.version, Platform("linux", goarch)))
    writer = Writer((Import("unsafe"),), "main")
    right = stubs(symbols, writer)
    random = Random(SEED)
    names = sorted(right)
    drawn = [random.choice(names) for _ in range(COUNT)]
    mutations = [(name, *mutate(right[name], random)) for name in drawn]
    originals = sorted(set(drawn))
    texts = ["func" + right[name].text for name in originals] + ["func" + shape.text for _, _, shape in mutations]
    known = callings(goroot, texts, writer.imports, tmp_path / "oracle", goarch)
    upstream = dict(zip(originals, known, strict=False))
    rows = [(name, shape) for name, _, shape in mutations] + [(name, right[name]) for name in originals]
    findings = reported(rows, writer.imports, symbols, tmp_path / "stubs")
    wrong, kinds, errors = [], Counter[str](), 0
    for number, (name, change, shape) in enumerate(mutations):
        why = broken(known[len(originals) + number], upstream[name])
        said = [f for f in findings.get(number, []) if f.code == "LN301"]
        errors += bool(why)
        if bool(why) != bool(said):
            kinds[change] += 1
            wrong.append(
                f"{name} ({change})\n  stub:     {shape.text}\n  upstream: {right[name].text}\n"
                f"  reflect:  {why or 'fits'}\n  check:    {said[0].message if said else 'no LN301'}"
            )
    spoken = [rows[n][0] for n in findings if n >= COUNT]
    with capsys.disabled():
        print(
            f"\n{goroot} {goarch}, seed {SEED}: {COUNT - len(wrong)} of {COUNT} mutations of {len(originals)} stubs agree,"
            f" {errors} of them broken {dict(kinds) or ''}"
        )
    assert not wrong, "\n".join(wrong[:20])
    assert not spoken, f"right stubs that check says something of: {spoken}"
