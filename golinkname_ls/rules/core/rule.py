"""A rule's metadata, and what its checks yield."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from types import ModuleType

from golinkname_ls.program.link import Link
from golinkname_ls.rules.core.finding import Fix, Related, Severity, Stage, UpstreamSummary
from golinkname_ls.rules.core.unit import Unit
from golinkname_ls.text.span import Span


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule's metadata; its page is its module's docstring."""

    code: str
    name: str
    stage: Stage
    summary: str


@dataclass(frozen=True, slots=True)
class Violation:
    """What a rule finds at one place on one target; the engine joins those of all targets into findings."""

    rule: Rule
    span: Span
    message: str
    severity: Severity = Severity.ERROR
    link: Link | None = None
    upstream: UpstreamSummary | None = None
    fixes: tuple[Fix, ...] | Callable[[], tuple[Fix, ...]] = ()
    """A func that makes them where that costs something: of the violations that become one finding one is asked."""
    related: tuple[Related, ...] = ()


def stub_span(unit: Unit, link: Link) -> Span:
    """Name of the link's stub, or its directive when the stub is in another file."""
    return link.stub.name_span if link.stub and link.stub_source is unit.source else link.directive.span


def page(module: ModuleType) -> str:
    """User documentation of a rule: its module's docstring."""
    return (module.__doc__ or "").strip()
