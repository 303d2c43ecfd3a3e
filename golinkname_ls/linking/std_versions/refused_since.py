"""Std symbols that may not be pulled: since which version, and pullable funcs of the same signature."""

from __future__ import annotations

from golinkname_ls.catalog.std.symbols import Definition, TargetSymbols
from golinkname_ls.catalog.store.version_catalog import shipped
from golinkname_ls.golang.targets.version import GoVersion
from golinkname_ls.linking.marks.pull_verdicts import PullVerdict, pull_verdict
from golinkname_ls.syntax.items.declarations import FuncDeclaration

_MOST = 2


def refused_since(symbols: TargetSymbols, symbol: str) -> GoVersion | None:
    """The Go version that began to refuse a symbol which the one before it let others pull; None when none did."""
    return symbols.answers.ask((refused_since, symbol), lambda: _closed_in(symbols, symbol))


def _closed_in(symbols: TargetSymbols, symbol: str) -> GoVersion | None:
    first = symbols.target.go
    for version in reversed([v for v in shipped().versions if v < symbols.target.go]):
        catalog = shipped().version(version)
        if catalog is None:
            return None
        verdict = pull_verdict(TargetSymbols(catalog, symbols.target._replace(go=version)), symbol)[0]
        if verdict is PullVerdict.ALLOWED:
            return first
        if verdict is PullVerdict.ABSENT:
            return None
        first = version
    return None


def with_same_signature(symbols: TargetSymbols, found: Definition) -> list[str]:
    """Funcs of the same package that may be pulled and have the very same signature, nearest names first."""
    declaration = found.entry.declaration if found.entry is not None else None
    if not isinstance(declaration, FuncDeclaration) or declaration.is_method or declaration.signature == "func()":
        return []
    near: list[str] = []
    for _verb, local, remote, _line in symbols.directives(found.package):
        symbol = remote or f"{found.package}.{local}"
        if symbol == found.symbol or not symbol.startswith(f"{found.package}."):
            continue
        others = (entry.declaration for entry in symbols.entries(found.package, local))
        same = any(isinstance(d, FuncDeclaration) and d.signature == declaration.signature for d in others)
        if same and pull_verdict(symbols, symbol)[0] is PullVerdict.ALLOWED:
            near.append(symbol)
    if len(near) > _MOST:
        # Imported when needed: it takes a tenth of the start.
        from rapidfuzz import process

        near = [name for name, _, _ in process.extract(found.symbol, near, limit=_MOST)]
    return near
