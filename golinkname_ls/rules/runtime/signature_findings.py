"""Findings of the rules that compare a stub's signature with upstream's (LN301, LN302, LN303)."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from golinkname_ls.contract.call_differences import BreachKind
from golinkname_ls.contract.stub_comparison import StubComparison
from golinkname_ls.program.link import LinkForm
from golinkname_ls.rules.core.finding import Severity
from golinkname_ls.rules.core.rule import Rule, Violation, stub_span
from golinkname_ls.rules.core.unit import Unit
from golinkname_ls.rules.core.upstream_summary import summary
from golinkname_ls.rules.fixes.stub_signature import rewrite_stub
from golinkname_ls.syntax.items.declarations import FuncDeclaration


def comparisons(unit: Unit) -> Iterator[StubComparison]:
    """Pulled funcs of the file compared with upstream; those with a type that is not known are left out."""
    for link in unit.seen_links:
        # A func without body is the stub of its own symbol, which another package may push.
        stub = link.stub
        if isinstance(stub, FuncDeclaration) and (link.form is LinkForm.PULL or not stub.has_body):
            found = unit.comparison(link)
            if found is not None:
                yield found


def signature_findings(unit: Unit, rule: Rule, gap: BreachKind, severity: Severity) -> Iterator[Violation]:
    """One finding for each stub whose worst difference is of the kind `gap`."""
    for comparison in comparisons(unit):
        breach = comparison.worst(gap)
        milder = gap is not BreachKind.BROKEN and comparison.worst(BreachKind.BROKEN) is not None
        if (
            breach is None
            or milder
            or (gap is BreachKind.INEXACT and comparison.worst(BreachKind.HIDDEN_POINTER) is not None)
        ):
            continue
        link = comparison.link
        message = f"the stub does not fit {link.remote or comparison.found.symbol}: {breach.text}\n{comparison.aligned(breach)}"
        fixes = partial(rewrite_stub, unit, comparison)
        yield Violation(rule, stub_span(unit, link), message, severity, link, summary(comparison.found), fixes)
