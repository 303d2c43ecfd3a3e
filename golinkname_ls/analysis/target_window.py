"""The Go versions and platforms that a file is checked for."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from golinkname_ls.analysis.options import Options, OptionsError, parse_versions
from golinkname_ls.analysis.package_context import PackageContext
from golinkname_ls.catalog.store.version_catalog import Catalog
from golinkname_ls.golang.modules.module import Module
from golinkname_ls.golang.targets.file_selection import name_words, selected
from golinkname_ls.golang.targets.platform import Platform
from golinkname_ls.golang.targets.ports import cgo_by_default, cgo_supported, ports
from golinkname_ls.golang.targets.target import Target
from golinkname_ls.golang.targets.version import GoVersion
from golinkname_ls.syntax.items.header import Header

# Tried in turn for a file that the asked-for platform does not build.
_FALLBACKS = """
linux/amd64 windows/amd64 darwin/arm64 linux/arm64 linux/386 linux/arm js/wasm wasip1/wasm freebsd/amd64 linux/riscv64
linux/ppc64le linux/s390x linux/loong64 linux/mips linux/mips64le android/arm64 ios/arm64 netbsd/amd64 openbsd/amd64
dragonfly/amd64 solaris/amd64 illumos/amd64 aix/ppc64 plan9/amd64
"""
# A constraint that is being typed is another one with each key.
_MOST_KNOWN = 4096


@dataclass(frozen=True, slots=True)
class Window:
    """The targets of a file, and which of their versions are the current ones.

    `beyond` are those on the same platforms that are asked for too, but whose builds leave the file out.
    """

    targets: tuple[Target, ...]
    current: frozenset[GoVersion]
    beyond: tuple[Target, ...] = ()


def versions_to_check(
    options: Options, module: Module | None, catalog: Catalog
) -> tuple[list[GoVersion], frozenset[GoVersion]]:
    """The versions to check, oldest first, and those whose findings keep their severity; raises OptionsError."""
    known = catalog.versions
    if options.go in ("auto", ""):
        return _own_window(options, module, known)
    if options.go == "all":
        return known, frozenset(known)
    if options.go == "local":
        if options.local is None:
            raise OptionsError("--go local: no go command answers on PATH")
        if options.local not in known:
            listed = ", ".join(map(str, known))
            raise OptionsError(f"--go local: Go {options.local} is not in the catalog, which has {listed}")
        return [options.local], frozenset({options.local})
    chosen = parse_versions(options.go, known, "--go")
    return chosen, frozenset(chosen)


def _own_window(
    options: Options, module: Module | None, known: list[GoVersion]
) -> tuple[list[GoVersion], frozenset[GoVersion]]:
    current = _current(options, module, known)
    if options.window:
        chosen = parse_versions(options.window, known, "versions")
    elif module is None or module.go is None:
        chosen = [current]
    else:
        chosen = [v for v in known if v >= module.go] or known[-1:]
    return chosen, frozenset({current if current in chosen else chosen[-1]})


def _current(options: Options, module: Module | None, known: list[GoVersion]) -> GoVersion:
    """The version that builds the module now, as far as the catalog has it.

    cmd/go/internal/toolchain, Select: the user's go hands over to a newer one that go.mod asks for, never to an older.
    """
    asked = [v for v in (module.toolchain, module.go) if v is not None] if module else []
    if options.local is not None:
        current = max([options.local, *asked])
    else:
        current = module.toolchain if module and module.toolchain else known[-1]
    return next((v for v in known if v >= current), known[-1])


class Windows:
    """Windows of files, found once for all files with the same build constraints in name and header."""

    def __init__(self, catalog: Catalog) -> None:
        self.catalog = catalog
        self._inputs: tuple[Module | None, Options | None] = None, None
        self._known: dict[object, Window] = {}

    def of(self, name: str, header: Header, context: PackageContext) -> Window:
        """The window of the file `name`: the versions and platforms asked for whose builds select it."""
        module, options = context.module, context.options
        if self._inputs[0] is not module or self._inputs[1] is not options or len(self._known) > _MOST_KNOWN:
            self._inputs, self._known = (module, options), {}
        key = (name_words(name), header.constraint, header.imports_c, header.is_documentation)
        if key not in self._known:
            self._known[key] = self._find(name, header, module, options)
        return self._known[key]

    def _find(self, name: str, header: Header, module: Module | None, options: Options) -> Window:
        versions, current = versions_to_check(options, module, self.catalog)
        found = _selecting(name, header, asked_targets(versions, options))
        if not found and not options.platforms:
            for platform in map(Platform.parse, _FALLBACKS.split()):
                targets = asked_targets(versions, replace(options, platforms=(platform,)))
                if header.imports_c and options.cgo is None:
                    # Machines of that platform have cgo for what needs it.
                    targets = (target._replace(cgo=True) for target in targets)
                found = _selecting(name, header, targets)
                if found:
                    break
        built = sorted({target.platform for target in found})
        cgo = {target.cgo for target in found}
        asked = (Target(go, platform, options.tags, c) for platform in built for go in versions for c in cgo)
        beyond = tuple(t for t in asked if t not in found and _builds_for(t.go, t.platform))
        return Window(tuple(found), current, beyond)


def _selecting(name: str, header: Header, targets: Iterable[Target]) -> list[Target]:
    if header.is_documentation:
        return []
    return [t for t in targets if selected(name, header.constraint, t, header.imports_c)]


def asked_targets(versions: list[GoVersion], options: Options) -> Iterator[Target]:
    """Versions on the platforms asked for, else on this machine's, with cgo where a build on this machine has it."""
    host = Platform.host()
    for platform in options.platforms or (host,):
        for go in versions:
            if not _builds_for(go, platform):
                continue
            if options.cgo is None:
                cgo = cgo_by_default(go, platform, host)
            else:
                cgo = options.cgo and cgo_supported(go, platform)
            yield Target(go, platform, options.tags, cgo)


@functools.cache
def _builds_for(version: GoVersion, platform: Platform) -> bool:
    return platform in ports(version)
