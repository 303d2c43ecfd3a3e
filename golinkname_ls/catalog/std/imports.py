"""Import graph of std on one target, and the packages that a program links in."""

from __future__ import annotations

from golinkname_ls.catalog.std.symbols import TargetSymbols

# cmd/link/internal/ld/lib.go, loadlib (1.27.3): what the linker takes in whether or not it is imported.
ALWAYS = frozenset({"runtime"})
ALWAYS_BY_TAG = {"race": "runtime/race", "msan": "runtime/msan", "asan": "runtime/asan"}
CGO = "runtime/cgo"


class StdImports:
    """The std import graph of one target, read package by package."""

    def __init__(self, symbols: TargetSymbols) -> None:
        self.symbols = symbols
        self._imports: dict[str, frozenset[str]] = {}
        self._closures: dict[frozenset[str], frozenset[str]] = {}

    def imports(self, path: str) -> frozenset[str]:
        """Import paths of a std package's imports; vendored packages under their `vendor/` path."""
        if path not in self._imports:
            paths = self.symbols.catalog.paths
            found = {i.path for s in self.symbols.sections(path) for i in s.imports}
            self._imports[path] = frozenset(f"vendor/{p}" if f"vendor/{p}" in paths else p for p in found)
        return self._imports[path]

    def closure(self, roots: frozenset[str]) -> frozenset[str]:
        """The std packages in a program whose other packages import `roots`."""
        if roots not in self._closures:
            target = self.symbols.target
            seen = set(roots | ALWAYS)
            seen.update(path for tag, path in ALWAYS_BY_TAG.items() if tag in target.tags)
            waiting = list(seen)
            while waiting:
                path = waiting.pop()
                # cmd/cgo writes the import of runtime/cgo into what imports "C".
                for imported in ({CGO} if path == "C" else self.imports(path)) - seen:
                    seen.add(imported)
                    waiting.append(imported)
            self._closures[roots] = frozenset(seen)
        return self._closures[roots]

    def links(self, roots: frozenset[str], path: str) -> bool:
        """Whether a program whose packages outside std import `roots` links in the std package `path`."""
        return path in roots or path in ALWAYS or path in self.closure(roots)
