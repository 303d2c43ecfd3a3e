"""What real compilers leave of calls of std's exported funcs: `python -m tests.oracle.inlined_std`.

Needs GOLINKNAME_GOROOTS, and some minutes for each. Writes `catalog/knowledge/inlined.txt`: a row for each func that some
compiler puts in the place of calls on some platform, with the symbols that an object file with such a call lists on all.
"""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from tree_sitter import Node

from golinkname_ls.analysis.session import Session
from golinkname_ls.catalog.store import shipped
from golinkname_ls.catalog.symbols import TargetSymbols
from golinkname_ls.golang.platform import Platform
from golinkname_ls.golang.target import Target
from golinkname_ls.golang.version import GoVersion
from golinkname_ls.linking.verdict import era
from golinkname_ls.syntax.declaration import FuncDeclaration
from golinkname_ls.syntax.shadow import binding
from golinkname_ls.syntax.source_file import SourceFile
from golinkname_ls.syntax.tree import node_text
from tests.oracle.toolchains import Toolchain, toolchains

PLATFORMS = ("linux/amd64", "linux/386", "darwin/arm64", "windows/amd64")
# cmd/compile/internal/inline/inl.go (1.27.3), CanInline with -m=2.
_ROW = re.compile(r"([^:]+):(\d+):\d+: can inline (\w+) with cost ")
# Of their calls nothing may be left: they are instructions without effect, or no code at all.
_PURE = frozenset({"math", "math/bits", "internal/runtime/sys", "runtime/internal/sys", "unsafe"})
_LEAVING = frozenset({"return_statement", "goto_statement", "break_statement", "continue_statement"})
_SKIPPED = frozenset(
    {"func_literal", "for_statement", "expression_case", "type_case", "default_case", "select_statement"}
)


@dataclass
class Inlining:
    """What one compiler says with -m=2 of all of std's packages, read beside the sources in `src`."""

    said: str
    src: Path
    symbols: TargetSymbols
    _files: dict[str, SourceFile] = field(default_factory=dict)
    _found: dict[str, tuple[frozenset[str], bool]] = field(default_factory=dict)

    @cached_property
    def bodies(self) -> dict[str, tuple[str, int]]:
        """The file and line, from 1, of each func that may be inlined, by symbol."""
        found = {}
        package = ""
        for line in self.said.splitlines():
            package = line[2:] if line.startswith("# ") else package
            if (row := _ROW.match(line)) is not None:
                found[f"{package}.{row[3]}"] = row[1], int(row[2])
        return found

    def exported(self) -> dict[str, frozenset[str]]:
        """The exported ones with what is listed for a call of each."""
        named = (s for s in self.bodies if s.rpartition(".")[2][:1].isupper() and not re.search("internal/|vendor/", s))
        return {symbol: self._listed(symbol, ()) for symbol in named}

    def _listed(self, symbol: str, within: tuple[str, ...]) -> frozenset[str]:
        """What is listed for a call, itself among it; nothing where the optimiser may leave nothing of it."""
        if symbol not in self.bodies:
            return frozenset() if symbol.rpartition(".")[0] in _PURE else frozenset({symbol})
        if symbol in within:
            return frozenset()
        left = frozenset(s for c in self._calls(symbol) for s in self._listed(c, (*within, symbol)))
        return left | {symbol} if left else left

    def _calls(self, symbol: str) -> Iterator[str]:
        name, line = self.bodies[symbol]
        path = name if name.startswith("/") else str(self.src / name)
        if path not in self._files:
            self._files[path] = SourceFile.read(Path(path))
        source, package = self._files[path], symbol.rpartition(".")[0]
        here = (n for n in source.tree.root_node.children if n.start_point[0] <= line - 1 <= n.end_point[0])
        function = next((n for n in here if n.type == "function_declaration"), None)
        body = function.child_by_field_name("body") if function is not None else None
        imported = {i.name or i.path.rpartition("/")[2]: i.path for i in source.outline.imports}
        for called in certain(body) if body is not None else ():
            first = called.child_by_field_name("operand") or called
            if first.type != "identifier" or binding(first, source.data) is not None:
                continue
            qualifier, _, bare = node_text(called, source.data).rpartition(".")
            owner = imported.get(qualifier) if qualifier else package
            entry = self.symbols.declared(f"{owner}.{bare}")
            declared = entry.declaration if entry is not None else None
            if isinstance(declared, FuncDeclaration) and not declared.type_parameters:
                yield f"{owner}.{bare}"


def certain(body: Node) -> Iterator[Node]:
    """What is called in code that runs whatever conditions say: the names and selectors."""
    for holder in body.children:
        for statement in holder.children if holder.type == "statement_list" else ():
            yield from _called(statement)
            if _leaves(statement):
                return


def _called(node: Node) -> Iterator[Node]:
    if node.type in _SKIPPED:
        return
    function = node.child_by_field_name("function") if node.type == "call_expression" else None
    if function is not None and function.type in ("identifier", "selector_expression"):
        yield function
    parts = node.children
    if node.type == "if_statement":
        parts = [c for f in ("initializer", "condition") if (c := node.child_by_field_name(f)) is not None]
    elif node.type == "binary_expression" and any(c.type in ("&&", "||") for c in node.children):
        parts = node.children[:1]
    for part in parts:
        yield from _called(part)


def _leaves(node: Node) -> bool:
    return node.type in _LEAVING or (node.type != "func_literal" and any(_leaves(c) for c in node.children))


def joined(every: list[Mapping[str, frozenset[str]]]) -> dict[str, frozenset[str]]:
    """Every func that is inlined anywhere, with what is listed everywhere."""
    out = {}
    for symbol in sorted({symbol for one in every for symbol in one}):
        out[symbol] = frozenset.intersection(*(one.get(symbol, frozenset({symbol})) for one in every))
    return out


def measured(toolchain: Toolchain, platform: Platform, cache: str, *packages: str) -> Inlining:
    """What a toolchain's compiler says of some packages; of those it is not asked for nothing counts as inlined."""
    src = toolchain.goroot / "src"
    to = {"GOOS": platform.goos, "GOARCH": platform.goarch, "CGO_ENABLED": "0", "GOFLAGS": "", "GOCACHE": cache}
    status, said = toolchain.run("build", "-gcflags=-m=2", *packages, cwd=src, **to)
    assert status == 0, said[-2000:]
    return Inlining(said, src, Session().engine.symbols(Target(GoVersion.parse(toolchain.version), platform)))


def main() -> None:
    """Measure the versions that ask for marks, on each platform."""
    found = []
    for toolchain in toolchains().values():
        if not era(GoVersion.parse(toolchain.version)).marks:
            continue
        with tempfile.TemporaryDirectory() as name:
            cache = f"{name}/cache"
            found += [measured(toolchain, p, cache, "std").exported() for p in map(Platform.parse, PLATFORMS)]
    write(joined(found))


def write(found: Mapping[str, frozenset[str]]) -> None:
    """Write the file."""
    rows = (" ".join((symbol, *sorted(listed))) + "\n" for symbol, listed in sorted(found.items()))
    Path(shipped().folder, "knowledge/inlined.txt").write_text("".join(rows), "utf-8")


if __name__ == "__main__":
    main()
