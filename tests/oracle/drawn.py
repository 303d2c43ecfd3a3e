"""Std symbols drawn by a seed, each with what a program that refers to it looks like."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass

from golinkname_ls.catalog.std.imports import StdImports
from golinkname_ls.catalog.std.symbols import Kind, TargetSymbols, split_symbol
from golinkname_ls.linking.marks.pull_verdicts import PullVerdict, pull_verdict
from golinkname_ls.syntax.items.declarations import ConstDeclaration, FuncDeclaration, TypeDeclaration, VarDeclaration

# Public packages that bring the others of the pool into a program, small programs first.
IMPORTED = [
    "sync/atomic",
    "sync",
    "io",
    "bytes",
    "strings",
    "math",
    "reflect",
    "syscall",
    "time",
    "os",
    "maps",
    "iter",
    "unique",
    "runtime/debug",
    "runtime/pprof",
    "crypto/rand",
    "encoding/json",
    "net",
    "net/http",
]
PACKAGES = [
    "runtime",
    "runtime",
    "runtime",
    "sync",
    "sync/atomic",
    "reflect",
    "syscall",
    "net",
    "net/http",
    "time",
    "os",
    "internal/poll",
    "internal/bytealg",
    "internal/cpu",
    "internal/abi",
    "internal/godebug",
    "internal/reflectlite",
    "crypto/rand",
    "encoding/json",
    "io",
    "math",
    "bytes",
    "strings",
    "unique",
    "runtime/debug",
    "runtime/pprof",
    "internal/runtime/maps",
    "internal/runtime/atomic",
    "internal/syscall/unix",
]
GROUPS = ("marked", "unmarked", "assembly", "vars", "methods", "bodyless", "blocked", "types", "absent")


@dataclass(frozen=True)
class Drawn:
    """`needs` is the package to import so that the symbol is linked in."""

    symbol: str
    group: str
    is_var: bool

    def program(self, imports: list[str]) -> str:
        """A main that refers to it."""
        head = "package main\n\nimport (\n" + "".join(f'\t_ "{i}"\n' for i in sorted(imports)) + '\t_ "unsafe"\n)\n\n'
        if self.is_var:
            return f"{head}//go:linkname v {self.symbol}\nvar v byte\n\nfunc main() {{ println(v) }}\n"
        return (
            f"{head}//go:linkname f {self.symbol}\nfunc f()\n\nvar z int\n\n"
            "func main() {\n\tif z > 0 {\n\t\tf()\n\t}\n}\n"
        )


def draw(symbols: TargetSymbols, seed: int, count: int) -> list[Drawn]:
    """`count` symbols, as evenly over the groups as the version allows."""
    chance = random.Random(seed)
    pool: dict[str, list[Drawn]] = {group: [] for group in GROUPS}
    for path in sorted(set(PACKAGES)):
        if symbols.has_package(path):
            for drawn in _of(symbols, path):
                pool[drawn.group].append(drawn)
    pool["blocked"] = [Drawn(name, "blocked", False) for name in sorted(symbols.catalog.blocked)]
    pool["absent"] = [Drawn(f"{chance.choice(PACKAGES)}.noSuch{n}", "absent", n % 3 == 0) for n in range(count)]
    for drawn in pool.values():
        chance.shuffle(drawn)
    found: list[Drawn] = []
    while len(found) < count:
        for group in GROUPS:
            if pool[group] and len(found) < count:
                found.append(pool[group].pop())
    return found


def bringing(drawn: Drawn, graph: StdImports) -> list[str]:
    """What to import so that the symbol's package is linked in; [] where runtime has it, or nothing does."""
    found = graph.symbols.find(drawn.symbol)
    path = found.linked_with if found is not None else split_symbol(drawn.symbol)[0]
    if path in graph.closure(frozenset()):
        return []
    public = [i for i in IMPORTED if graph.symbols.has_package(i)]
    return next(([i] for i in public if path in graph.closure(frozenset({i}))), [])


def _of(symbols: TargetSymbols, path: str) -> Iterator[Drawn]:
    for section in symbols.sections(path):
        if section.is_assembly:
            yield from (Drawn(s, "assembly", False) for kind, s, _ in section.symbols() if kind == "text")
            continue
        for number in range(len(section.rows)):
            declaration = section.declaration(number)
            if declaration is None or declaration.name in ("_", "init"):
                continue
            symbol = f"{path}.{declaration.name}"
            if isinstance(declaration, ConstDeclaration | TypeDeclaration):
                yield Drawn(symbol, "types", False)
            elif isinstance(declaration, VarDeclaration):
                yield Drawn(symbol, "vars", True)
            elif isinstance(declaration, FuncDeclaration):
                if declaration.is_method:
                    yield Drawn(f"{path}.{declaration.qualified_name}", "methods", False)
                elif not declaration.has_body:
                    yield Drawn(symbol, "bodyless", False)
                else:
                    marked = pull_verdict(symbols, symbol)[0] is PullVerdict.ALLOWED
                    yield Drawn(symbol, "marked" if marked else "unmarked", False)
    for remote, pushes in sorted(symbols.catalog.pushes.items()):
        if any(package == path for package, _ in pushes):
            found = symbols.find(remote)
            if found is not None and found.kind is Kind.FUNC:
                yield Drawn(remote, "marked", False)
