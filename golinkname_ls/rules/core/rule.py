"""A rule's metadata, and what its checks yield."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from types import ModuleType

from golinkname_ls.program.directive_with_stub import Link
from golinkname_ls.rules.core.finding import Fix, Related, Severity, Stage, UpstreamSummary
from golinkname_ls.rules.core.item_place import Anchor


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule's metadata; its page is its module's docstring."""

    code: str
    name: str
    stage: Stage
    summary: str


@dataclass(frozen=True, slots=True)
class Violation:
    """Report of a rule at one place on one target; the engine joins those of all targets into findings."""

    rule: Rule
    at: Anchor
    message: str
    severity: Severity = Severity.ERROR
    link: Link | None = None
    upstream: UpstreamSummary | None = None
    fixes: tuple[Fix, ...] | Callable[[], tuple[Fix, ...]] = ()
    """A func that makes them where that costs something: of the violations that become one finding one is asked."""
    related: tuple[Related, ...] = ()

    def __hash__(self) -> int:
        return hash((self.rule.code, self.message))


def page(module: ModuleType) -> str:
    """User documentation of a rule: its module's docstring."""
    return (module.__doc__ or "").strip()
