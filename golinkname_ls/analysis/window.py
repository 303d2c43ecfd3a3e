"""Which Go versions and platforms a file is checked for."""

from __future__ import annotations

from dataclasses import dataclass

from golinkname_ls.catalog.store import Catalog
from golinkname_ls.golang.constraint import selected
from golinkname_ls.golang.modules.module import Module
from golinkname_ls.golang.platform import Platform
from golinkname_ls.golang.target import Target
from golinkname_ls.golang.version import GoVersion
from golinkname_ls.syntax.source_file import SourceFile

# Tried in turn for a file that the asked-for platform does not build.
_FALLBACKS = tuple(
    Platform.parse(p)
    for p in [
        "linux/amd64",
        "windows/amd64",
        "darwin/arm64",
        "linux/arm64",
        "linux/386",
        "linux/arm",
        "js/wasm",
        "wasip1/wasm",
        "freebsd/amd64",
        "linux/riscv64",
        "linux/ppc64le",
        "linux/s390x",
        "linux/loong64",
        "linux/mips",
        "linux/mips64le",
        "android/arm64",
        "ios/arm64",
        "netbsd/amd64",
        "openbsd/amd64",
        "dragonfly/amd64",
        "solaris/amd64",
        "illumos/amd64",
        "aix/ppc64",
        "plan9/amd64",
    ]
)


class WindowError(Exception):
    """A version or platform that was asked for is not known; the message says which."""


@dataclass(frozen=True, slots=True)
class Options:
    """What `check` or the editor asked for. `go` is `auto`, `all`, or versions as in `1.24`, `1.23-1.27`, a list."""

    go: str = "auto"
    platforms: tuple[Platform, ...] = ()
    tags: frozenset[str] = frozenset()
    checklinkname: bool = True


@dataclass(frozen=True, slots=True)
class Window:
    """The targets of a file, and which of their versions are the current ones."""

    targets: tuple[Target, ...]
    current: frozenset[GoVersion]


def versions(options: Options, module: Module | None, catalog: Catalog) -> tuple[list[GoVersion], frozenset[GoVersion]]:
    """The versions to check, oldest first, and those whose findings keep their severity; raises WindowError."""
    known = catalog.versions
    if options.go in ("auto", ""):
        toolchain = module.toolchain if module else None
        current = toolchain if toolchain in known else catalog.newest
        assert current is not None
        if module is None or module.go is None:
            return [current], frozenset({current})
        return [v for v in known if v >= module.go] or [catalog.newest], frozenset({current})
    if options.go == "all":
        return known, frozenset(known)
    chosen: set[GoVersion] = set()
    for part in options.go.split(","):
        low, _, high = part.strip().partition("-")
        try:
            first, last = GoVersion.parse(low), GoVersion.parse(high or low)
        except ValueError as error:
            raise WindowError(f"--go {options.go}: {error}") from None
        found = [v for v in known if first <= v <= last]
        if not found:
            raise WindowError(f"--go {part.strip()}: not in the catalog, which has {', '.join(map(str, known))}")
        chosen.update(found)
    return sorted(chosen), frozenset(chosen)


def window(source: SourceFile, module: Module | None, options: Options, catalog: Catalog) -> Window:
    """The targets of one file: those of the asked-for versions and platforms whose builds select it."""
    chosen, current = versions(options, module, catalog)
    platforms = options.platforms or (Platform.host(),)
    found = _selecting(source, chosen, platforms, options)
    if not found and not options.platforms:
        for platform in _FALLBACKS:
            found = _selecting(source, chosen, (platform,), options)
            if found:
                break
    return Window(tuple(found), current)


def _selecting(
    source: SourceFile, chosen: list[GoVersion], platforms: tuple[Platform, ...], options: Options
) -> list[Target]:
    constraint = source.outline.constraint
    cgo = any(i.path == "C" for i in source.outline.imports)
    targets = (Target(go, platform, options.tags, cgo) for platform in platforms for go in chosen)
    return [t for t in targets if selected(source.path.name, constraint, t)]
