"""Trial of another remote for a link: whether the linker accepts it and the stub fits its definition."""

from __future__ import annotations

import dataclasses

from golinkname_ls.catalog.std.symbols import Kind
from golinkname_ls.contract.call_differences import BreachKind
from golinkname_ls.golang.sizes.layout import Sizes
from golinkname_ls.golang.types import model as m
from golinkname_ls.program.directive_with_stub import Link
from golinkname_ls.rules.core.finding import Severity
from golinkname_ls.rules.core.unit import Unit
from golinkname_ls.rules.core.variable_difference import layout_difference
from golinkname_ls.syntax.items.declarations import VarDeclaration


def fits(unit: Unit, link: Link, symbol: str) -> bool:
    """Whether the link would be valid with `symbol` as its remote; inexact types are tolerated."""
    return _is_right(unit, link if symbol == link.remote else _trial(link, symbol))


def has_same_type(unit: Unit, link: Link, symbol: str) -> bool:
    """Whether `symbol` is a var that the link may pull, of the very type of the link's own var."""
    trial = _trial(link, symbol)
    if not isinstance(link.stub, VarDeclaration) or not _is_right(unit, trial):
        return False
    ours = unit.variable(link.stub.name)
    return ours is not m.INVALID and ours == unit.upstream_variable(trial)


def _trial(link: Link, symbol: str) -> Link:
    """The link with another remote."""
    return dataclasses.replace(link, remote=symbol)


def _is_right(unit: Unit, link: Link) -> bool:
    outcome = unit.outcome(link)
    if outcome.problem is not None:
        return False
    if isinstance(link.stub, VarDeclaration):
        if outcome.found is None or outcome.found.kind is not Kind.VAR:
            return False
        ours, theirs = unit.variable(link.stub.name), unit.upstream_variable(link)
        found = layout_difference(ours, theirs, Sizes.of(unit.target.platform))
        return found is None or found[1].rank > Severity.WARNING.rank
    comparison = unit.comparison(link)
    return comparison is None or not any(
        comparison.worst(gap) for gap in (BreachKind.BROKEN, BreachKind.HIDDEN_POINTER)
    )
