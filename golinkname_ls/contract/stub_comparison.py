"""Comparison of a pulled func's stub with its upstream on one target."""

from __future__ import annotations

from dataclasses import dataclass

from golinkname_ls.catalog.std.symbols import Definition
from golinkname_ls.contract.call_differences import Breach, BreachKind, call_breaches, first_breach
from golinkname_ls.contract.call_layout import CallLayout
from golinkname_ls.linking.resolving.definitions_outside_std import OwnDefinition
from golinkname_ls.program.directive_with_stub import Link


@dataclass(frozen=True, slots=True)
class StubComparison:
    """Call layouts of a link's stub and upstream, with their differences."""

    link: Link
    found: Definition | OwnDefinition
    stub: CallLayout
    upstream: CallLayout
    breaches: tuple[Breach, ...]

    @classmethod
    def of(
        cls, link: Link, found: Definition | OwnDefinition, stub: CallLayout, upstream: CallLayout
    ) -> StubComparison:
        """Comparison of two call layouts."""
        return cls(link, found, stub, upstream, tuple(call_breaches(stub, upstream)))

    def worst(self, gap: BreachKind) -> Breach | None:
        """First difference of a kind; None when there is none."""
        return first_breach(list(self.breaches), gap)

    def aligned(self, breach: Breach) -> str:
        """Text of both signatures below each other, the differing part of each underlined."""
        name = self.link.local
        lines = []
        for side, call, number in (
            ("stub", self.stub, breach.stub_number),
            ("upstream", self.upstream, breach.upstream_number),
        ):
            text, span = call.marked(name, breach.what, number)
            lines.append(f"{side + ':':9} {text}")
            if span is not None:
                lines.append(" " * (10 + span[0]) + "^" * (span[1] - span[0]))
        return "\n".join(lines)
