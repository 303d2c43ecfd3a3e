"""Options of a check (Go versions, platforms, build flags), and the syntax of versions and platforms."""

from __future__ import annotations

from dataclasses import dataclass

from golinkname_ls.golang.targets.platform import Platform
from golinkname_ls.golang.targets.ports import ports
from golinkname_ls.golang.targets.version import GoVersion


class OptionsError(Exception):
    """A Go version that is malformed, unknown or not installed; the message names it."""


@dataclass(frozen=True, slots=True)
class Options:
    """Options of a check as the command line or the editor gives them; `effective_options` adds a module's own.

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
        """Whether the linker checks linknames: always, unless the build passes `-ldflags=-checklinkname=0`."""
        return self.checklinkname is not False


def parse_versions(text: str, known: list[GoVersion], what: str) -> list[GoVersion]:
    """Known Go versions named by a text such as `1.24`, `1.23-1.27`, `1.23-` or a list of these, oldest first.

    Raises OptionsError, which begins with `what`, when a part cannot be read or names no known version.
    """
    chosen: set[GoVersion] = set()
    for part in text.split(","):
        low, dash, high = part.strip().partition("-")
        try:
            first = GoVersion.parse(low)
            last = known[-1] if dash and not high else GoVersion.parse(high or low)
        except ValueError as error:
            raise OptionsError(f"{what} {text}: {error}") from None
        found = [v for v in known if first <= v <= last]
        if not found:
            raise OptionsError(f"{what} {part.strip()}: not in the catalog, which has {', '.join(map(str, known))}")
        chosen.update(found)
    return sorted(chosen)


def parse_platforms(names: list[str], known: list[GoVersion]) -> tuple[Platform, ...]:
    """Platforms by name; `host` is this machine's and `all` means every one. Raises ValueError for other words."""
    found: list[Platform] = []
    for name in names:
        if name == "all":
            found.extend(every_platform(known))
        else:
            found.append(Platform.host() if name == "host" else Platform.parse(name))
    return tuple(dict.fromkeys(found))


def every_platform(known: list[GoVersion]) -> tuple[Platform, ...]:
    """All platforms that any of the versions builds for, sorted."""
    return tuple(sorted({platform for version in known for platform in ports(version)}))
