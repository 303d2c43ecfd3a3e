"""Findings of the rules that compare a stub's signature with upstream's (LN301, LN302, LN303)."""

from __future__ import annotations

from collections.abc import Iterator

from golinkname_ls.contract.call_differences import BreachKind
from golinkname_ls.contract.stub_comparison import StubComparison
from golinkname_ls.program.directive_with_stub import Link, LinkForm
from golinkname_ls.rules.core.deferred_call import DeferredCall
from golinkname_ls.rules.core.finding import Severity
from golinkname_ls.rules.core.item_place import at_stub
from golinkname_ls.rules.core.rule import Rule, Violation
from golinkname_ls.rules.core.unit import Unit
from golinkname_ls.rules.core.upstream_summary import summary
from golinkname_ls.rules.fixes.stub_signature import rewrite_stub
from golinkname_ls.syntax.items.declarations import FuncDeclaration


def _comparison(unit: Unit, link: Link) -> StubComparison | None:
    """A pulled func compared with upstream; None for another link, and where a type is not known."""
    # A func without body is the stub of its own symbol, which another package may push.
    stub = link.stub
    pulls = isinstance(stub, FuncDeclaration) and (link.form is LinkForm.PULL or not stub.has_body)
    return unit.comparison(link) if pulls else None


def signature_findings(unit: Unit, link: Link, rule: Rule, gap: BreachKind, severity: Severity) -> Iterator[Violation]:
    """The finding of a stub whose worst difference is of the kind `gap`."""
    comparison = _comparison(unit, link)
    breach = comparison.worst(gap) if comparison is not None else None
    if comparison is None or breach is None:
        return
    milder = gap is not BreachKind.BROKEN and comparison.worst(BreachKind.BROKEN) is not None
    if milder or (gap is BreachKind.INEXACT and comparison.worst(BreachKind.HIDDEN_POINTER) is not None):
        return
    message = (
        f"the stub does not fit {link.remote or comparison.found.symbol}: {breach.text}\n{comparison.aligned(breach)}"
    )
    fixes = DeferredCall(rewrite_stub, unit, comparison)
    yield Violation(rule, at_stub(link), message, severity, link, summary(comparison.found), fixes)
