"""For every std symbol that others may pull: the stub that the fix writes compiles, links, and is found to be right."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from golinkname_ls.analysis.options import Options
from golinkname_ls.analysis.session import Session
from golinkname_ls.catalog.std.imports import StdImports
from golinkname_ls.catalog.std.resolved_declarations import dumped_declarations
from golinkname_ls.catalog.std.symbols import Kind, TargetSymbols
from golinkname_ls.catalog.store.version_catalog import shipped
from golinkname_ls.contract.signature_writer import Writer, importable
from golinkname_ls.contract.upstream_types import upstream_call, upstream_variable
from golinkname_ls.golang.targets.platform import Platform
from golinkname_ls.golang.targets.target import Target
from golinkname_ls.golang.targets.version import GoVersion
from golinkname_ls.golang.types import model as m
from golinkname_ls.linking.marks.pull_verdicts import PullVerdict, pull_verdict
from golinkname_ls.rules.core.finding import Severity
from golinkname_ls.syntax.items.declarations import FuncDeclaration, Import
from tests.toolchain.goroots import Goroot, demand, goroots

pytestmark = pytest.mark.toolchain

# Before marks everything may be pulled: these packages stand for all.
UNMARKED = ("runtime", "reflect", "sync", "syscall", "net", "os", "time")
MARKED_SINCE = GoVersion(1, 23)
BATCH = int(os.environ.get("GOLINKNAME_BATCH", "60"))


def importables(symbols: TargetSymbols) -> list[str]:
    """The std packages that package main may import, but for cgo's."""
    found = (p for p in symbols.catalog.paths if importable(p, "main") and symbols.has_package(p))
    return sorted(p for p in found if p not in ("unsafe", "builtin", "runtime/cgo"))


def pullable(symbols: TargetSymbols) -> list[str]:
    """The funcs, methods and vars that package main may pull and that some program without cgo links in."""
    linked = StdImports(symbols).closure(frozenset(importables(symbols)))
    paths = () if symbols.target.go >= MARKED_SINCE else UNMARKED
    names = dict.fromkeys(r.symbol for r in dumped_declarations(symbols, paths) if r.kind != "type")
    if symbols.target.go >= MARKED_SINCE:
        names |= dict.fromkeys(symbols.catalog.pushes)
    verdicts = ((n, *pull_verdict(symbols, n)) for n in names)
    return [
        n for n, verdict, found in verdicts if verdict is PullVerdict.ALLOWED and found and found.linked_with in linked
    ]


class Module:
    """A main package with many stubs, each used."""

    def __init__(self, symbols: TargetSymbols) -> None:
        self.symbols = symbols
        self.writer = Writer((Import("unsafe"),), "main")
        self.rows: list[str] = []
        self.uses: list[str] = []

    def add(self, symbol: str) -> bool:
        """Pull a symbol; False for what has no signature to compare: asm without a Go declaration, a generic func."""
        found = self.symbols.find(symbol)
        assert found is not None, symbol
        local = f"s{len(self.uses)}"
        directive = f"//go:linkname {local} {symbol}"
        if found.kind in (Kind.VAR, Kind.ASSEMBLY_DATA):
            kind = upstream_variable(self.symbols, found)
            if kind is m.INVALID:
                return False
            self.rows.append(f"{directive}\nvar {local} {self.writer.type(kind)}\n")
            self.uses.append(f"&{local}")
            return True
        call = upstream_call(self.symbols, found)
        if call is None:
            assert not (found.entry and isinstance(found.entry.declaration, FuncDeclaration)), symbol
            return False
        self.rows.append(f"{directive}\nfunc {local}{self.writer.signature(call)}\n")
        self.uses.append(local)
        return True

    def text(self) -> str:
        imports = {"os": "os", **self.writer.imports}
        specs = "".join(f'\t{name} "{path}"\n' for path, name in sorted(imports.items()))
        # Every package that may be imported is linked in, so that every upstream is there.
        blank = "".join(f'\t_ "{p}"\n' for p in importables(self.symbols) if p not in imports)
        head = f'package main\n\nimport (\n\t"unsafe"\n{specs}{blank})\n\nvar _ unsafe.Pointer\n\nvar sink any\n\n'
        uses = "".join(f"\t\tsink = {use}\n" for use in self.uses)
        return head + "\n".join(self.rows) + f"\nfunc main() {{\n\tif len(os.Args) > 1000 {{\n{uses}\t}}\n}}\n"


def build(goroot: Goroot, folder: Path, text: str) -> str:
    folder.mkdir(exist_ok=True)
    (folder / "main.go").write_text(text)
    (folder / "go.mod").write_text(f"module example.com/stubs\n\ngo {goroot.version}\n")
    # GOROOT's own symbols are those of the pure Go packages that the catalog describes.
    done = goroot.go("build", "-o", "stubs.exe", ".", cwd=folder, env={"CGO_ENABLED": "0", "GOOS": "linux"})
    return done.stderr if done.returncode else ""


@pytest.mark.parametrize("goroot", demand(goroots()) if goroots() else [None], ids=str)
def test_every_stub_compiles_links_and_fits(goroot, tmp_path, capsys):
    demand([goroot] if goroot else [])
    catalog = shipped().version(goroot.version)
    assert catalog is not None
    platform = Platform("linux", "amd64")
    symbols = TargetSymbols(catalog, Target(goroot.version, platform))
    names = pullable(symbols)
    modules: list[Module] = []
    left_out = []
    for number, name in enumerate(names):
        if number % BATCH == 0:
            modules.append(Module(symbols))
        if not modules[-1].add(name):
            left_out.append(name)
    problems = []
    session = Session(Options(go=str(goroot.version), platforms=(platform,)))
    for number, module in enumerate(modules):
        folder = tmp_path / str(number)
        error = build(goroot, folder, module.text())
        if error:
            problems.append(error)
        findings = session.check(folder / "main.go")
        problems += [f"{f.code}: {f.message}" for f in findings if f.severity is not Severity.HINT]
        problems += [f"{f.code}: {f.message}" for f in findings if f.code.startswith("LN3")]
    with capsys.disabled():
        print(f"\n{goroot}: {len(names)} symbols, {len(left_out)} without a signature: {' '.join(left_out)}")
    assert not problems, "\n".join(problems)
