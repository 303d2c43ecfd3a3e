"""What a rule is made of, and what it gets to look at."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import cached_property
from types import ModuleType

from golinkname_ls.catalog.symbols import TargetSymbols
from golinkname_ls.golang.package import PackageFolder
from golinkname_ls.golang.target import Target
from golinkname_ls.linking.link import Link, links
from golinkname_ls.rules.finding import Fix, Related, Severity, Stage, UpstreamSummary
from golinkname_ls.syntax.source_file import SourceFile
from golinkname_ls.text.span import Span


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule's metadata; its page is its module's docstring."""

    code: str
    name: str
    stage: Stage
    summary: str


@dataclass(frozen=True, slots=True)
class Report:
    """What a rule says of one place on one target; the engine joins the reports of all targets."""

    rule: Rule
    span: Span
    message: str
    severity: Severity = Severity.ERROR
    link: Link | None = None
    upstream: UpstreamSummary | None = None
    fixes: tuple[Fix, ...] = ()
    related: tuple[Related, ...] = ()


@dataclass
class Unit:
    """One file in its package on one target."""

    source: SourceFile
    package: PackageFolder
    target: Target
    symbols: TargetSymbols
    language: tuple[int, int] | None = None
    """go.mod's `go` line, None without one (the compiler then takes the newest language)."""
    path: str = "main"
    """The package's import path, as the linker knows it."""
    _mentioned: dict[str, bool] = field(default_factory=dict)

    @cached_property
    def links(self) -> list[Link]:
        """The well-formed directives of the file."""
        return links(self.source, self.package, self.target)

    @cached_property
    def seen_links(self) -> list[Link]:
        """Those of them that the compiler's version knows (`linknamestd` is a comment before 1.27)."""
        return [link for link in self.links if knows(self.target, link.directive.verb)]

    @property
    def package_name(self) -> str:
        """The name in the file's package clause."""
        return self.source.outline.package_name

    def mentioned(self, name: str) -> bool:
        """Whether live code of the package mentions the package-level name on this target."""
        if name not in self._mentioned:
            files = self.package.selected(self.target, self.source)
            self._mentioned[name] = any(source.mentions(name) for source in files)
        return self._mentioned[name]


# cmd/compile/internal/noder/noder.go:281 (1.27) is the first to read linknamestd.
_LINKNAMESTD_SINCE = (1, 27)


def knows(target: Target, verb: str) -> bool:
    """Whether the compiler of this version reads the directive at all."""
    return verb == "linkname" or (target.go.major, target.go.minor) >= _LINKNAMESTD_SINCE


Check = Callable[[Unit], Iterable[Report]]


def page(module: ModuleType) -> str:
    """A rule's page: its module's docstring."""
    return (module.__doc__ or "").strip()
