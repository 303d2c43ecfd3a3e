"""Which Go versions and platforms a file is checked for."""

from __future__ import annotations

import functools
from collections.abc import Iterator
from dataclasses import dataclass

from golinkname_ls.catalog.store.versions import Catalog
from golinkname_ls.golang.modules.module import Module
from golinkname_ls.golang.targets.build_constraint import name_words, selected
from golinkname_ls.golang.targets.platform import Platform
from golinkname_ls.golang.targets.ports import cgo_by_default, cgo_supported, ports
from golinkname_ls.golang.targets.target import Target
from golinkname_ls.golang.targets.version import GoVersion
from golinkname_ls.syntax.items.outline import Header

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
    """What `check` or the editor asked for; `project.effective` fills in what a module says of itself.

    `go` is `auto`, `local`, `all`, or versions as in `1.24`, `1.23-1.27`, `1.23-`, a list. `window` is written the same
    way and takes the place of go.mod's `go` line when `go` is `auto`. `local` is the version of the user's go command.
    `checklinkname` is None while nobody has said anything; `checklinkname_because` names who said it (`Makefile:12`).
    `policy` lists the packages that LN402 allows as remotes; None turns it off. `mirrors` maps types of the module
    (`hmap`, or `example.com/m/p.hmap`) to the upstream types they stand for. `cgo` is what CGO_ENABLED says, None where
    it says nothing: cgo is then on for the machine's own platform alone.
    """

    go: str = "auto"
    platforms: tuple[Platform, ...] = ()
    tags: frozenset[str] = frozenset()
    checklinkname: bool | None = None
    window: str = ""
    local: GoVersion | None = None
    checklinkname_because: str = ""
    policy: tuple[str, ...] | None = None
    mirrors: tuple[tuple[str, tuple[str, ...]], ...] = ()
    cgo: bool | None = None

    @property
    def checks_linkname(self) -> bool:
        """Whether the linker looks for marks: always, unless the build passes `-ldflags=-checklinkname=0`."""
        return self.checklinkname is not False


@dataclass(frozen=True, slots=True)
class Window:
    """The targets of a file, and which of their versions are the current ones.

    `beyond` are those on the same platforms that are asked for too, but whose builds leave the file out.
    """

    targets: tuple[Target, ...]
    current: frozenset[GoVersion]
    beyond: tuple[Target, ...] = ()


def versions(options: Options, module: Module | None, catalog: Catalog) -> tuple[list[GoVersion], frozenset[GoVersion]]:
    """The versions to check, oldest first, and those whose findings keep their severity; raises WindowError."""
    known = catalog.versions
    if options.go in ("auto", ""):
        return _own_window(options, module, catalog)
    if options.go == "all":
        return known, frozenset(known)
    if options.go == "local":
        if options.local is None:
            raise WindowError("--go local: no go command answers on PATH")
        if options.local not in known:
            raise WindowError(f"--go local: Go {options.local} is not in the catalog, which has {_list(known)}")
        return [options.local], frozenset({options.local})
    chosen = parse_versions(options.go, known, "--go")
    return chosen, frozenset(chosen)


def parse_versions(text: str, known: list[GoVersion], what: str) -> list[GoVersion]:
    """The known versions that `1.24`, `1.23-1.27`, `1.23-` or a list of those names, oldest first.

    Raises WindowError, which begins with `what`, when a part cannot be read or names no known version.
    """
    chosen: set[GoVersion] = set()
    for part in text.split(","):
        low, dash, high = part.strip().partition("-")
        try:
            first = GoVersion.parse(low)
            last = known[-1] if dash and not high else GoVersion.parse(high or low)
        except ValueError as error:
            raise WindowError(f"{what} {text}: {error}") from None
        found = [v for v in known if first <= v <= last]
        if not found:
            raise WindowError(f"{what} {part.strip()}: not in the catalog, which has {_list(known)}")
        chosen.update(found)
    return sorted(chosen)


def _own_window(
    options: Options, module: Module | None, catalog: Catalog
) -> tuple[list[GoVersion], frozenset[GoVersion]]:
    known = catalog.versions
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


def _list(known: list[GoVersion]) -> str:
    return ", ".join(map(str, known))


def window(name: str, header: Header, module: Module | None, options: Options, catalog: Catalog) -> Window:
    """The targets of the file `name`: those of the asked-for versions and platforms whose builds select it."""
    chosen, current = versions(options, module, catalog)
    platforms = options.platforms or (Platform.host(),)
    found = _selecting(name, header, chosen, platforms, options)
    if not found and not options.platforms:
        for platform in _FALLBACKS:
            found = _selecting(name, header, chosen, (platform,), options, elsewhere=True)
            if found:
                break
    built = {target.platform for target in found}
    cgo = {target.cgo for target in found}
    asked = (Target(go, platform, options.tags, c) for platform in sorted(built) for go in chosen for c in cgo)
    beyond = tuple(t for t in asked if t not in found and _exists(t.go, t.platform))
    return Window(tuple(found), current, beyond)


class Windows:
    """The windows of files, found once for all those whose names and headers say the same."""

    def __init__(self, catalog: Catalog) -> None:
        self.catalog = catalog
        self._inputs: tuple[Module | None, Options | None] = None, None
        self._known: dict[object, Window] = {}

    def of(self, name: str, header: Header, module: Module | None, options: Options) -> Window:
        """What `window` finds for a file."""
        if self._inputs[0] is not module or self._inputs[1] is not options or len(self._known) > _MOST:
            self._inputs, self._known = (module, options), {}
        key = (name_words(name), header.constraint, header.imports_c, header.is_documentation)
        if key not in self._known:
            self._known[key] = window(name, header, module, options, self.catalog)
        return self._known[key]


# A constraint that is being typed is another one with each key.
_MOST = 4096


def _selecting(
    name: str,
    header: Header,
    chosen: list[GoVersion],
    platforms: tuple[Platform, ...],
    options: Options,
    *,
    elsewhere: bool = False,
) -> list[Target]:
    """The targets that select a file; `elsewhere` are machines of that platform, which have cgo for what needs it."""
    if header.is_documentation:
        return []
    needed = elsewhere and header.imports_c and options.cgo is None
    targets = (t._replace(cgo=True) if needed else t for t in asked_targets(chosen, platforms, options))
    return [t for t in targets if selected(name, header.constraint, t, header.imports_c)]


def asked_targets(chosen: list[GoVersion], platforms: tuple[Platform, ...], options: Options) -> Iterator[Target]:
    """The versions on those of the platforms that they build for, with cgo where a build on this machine has it."""
    host = Platform.host()
    for platform in platforms:
        for go in chosen:
            if not _exists(go, platform):
                continue
            if options.cgo is None:
                cgo = cgo_by_default(go, platform, host)
            else:
                cgo = options.cgo and cgo_supported(go, platform)
            yield Target(go, platform, options.tags, cgo)


def every_platform(known: list[GoVersion]) -> tuple[Platform, ...]:
    """All platforms that any of the versions builds for, sorted."""
    return tuple(sorted({platform for version in known for platform in ports(version)}))


@functools.cache
def _exists(version: GoVersion, platform: Platform) -> bool:
    return platform in ports(version)
