"""Public API does what the pulled symbol does.

## What it does
Names the exported declaration of std that does the work of a pulled symbol, when every Go version that go.mod admits has it. It is advice: the pull itself may be right.

## Why it is bad
A pulled symbol may change or be closed with any Go release; public API keeps working.

## Example
    //go:linkname fastrand runtime.fastrand
    func fastrand() uint32

## Use instead
    import "math/rand/v2"

    rand.Uint32()

## Go versions
Each replacement is named from the version on that has it. Some symbols have none, `sync.runtime_procPin` for one: of those nothing is said.
"""

from __future__ import annotations

from collections.abc import Iterator

from golinkname_ls.catalog.std.renames_and_replacements import replacement
from golinkname_ls.golang.targets.version import GoVersion
from golinkname_ls.linking.resolving.outcomes import Problem
from golinkname_ls.program.directive_with_stub import Link, LinkForm
from golinkname_ls.rules.core.deferred_call import DeferredCall
from golinkname_ls.rules.core.finding import Severity, Stage
from golinkname_ls.rules.core.item_place import at_remote
from golinkname_ls.rules.core.rule import Rule, Violation
from golinkname_ls.rules.core.unit import Unit
from golinkname_ls.rules.fixes.public_call import call_public_api

RULE = Rule("LN401", "public-replacement", Stage.ADVICE, "Public API does this")


def check_link(unit: Unit, link: Link) -> Iterator[Violation]:
    """Report every pull whose work a public declaration does in all versions that the module admits."""
    if unit.module is not None and unit.module.path == "std":
        return  # what public API is made of
    oldest = GoVersion(*unit.language) if unit.language else unit.target.go
    known = replacement(link.remote) if link.form is LinkForm.PULL and link.directive.remote else None
    if known is None or not known.use or known.since > min(oldest, unit.target.go):
        return
    if unit.outcome(link).problem in _SAID:
        return
    since = f" (since Go {known.since})" if known.since > _COMMON else ""
    message = f"{known.use}{since} does what {link.remote} is pulled for: {known.note}"
    assert link.directive.remote
    fixes = DeferredCall(call_public_api, unit, link)
    yield Violation(RULE, at_remote(link), message, Severity.HINT, link, fixes=fixes)


# LN201 and LN202 name the replacement themselves.
_SAID = (Problem.FORBIDDEN, Problem.BLOCKED, Problem.STD_ONLY, Problem.UNDEFINED, Problem.NOT_LINKED)
# Older than any version in use: not worth a word.
_COMMON = GoVersion(1, 18)
