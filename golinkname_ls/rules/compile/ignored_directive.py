"""The compiler silently ignores this near miss of a directive.

## What it does
Finds comments that were meant as directives: a blank behind `//`, a tab behind the verb, wrong case, a block comment, and `linknamestd` for versions before 1.27.

## Why it is bad
Nothing is linked, and the build fails later with `missing function body`, or runs the wrong code.

## Example
    // go:linkname nanotime runtime.nanotime

## Use instead
    //go:linkname nanotime runtime.nanotime

## Go versions
All versions; `linknamestd` is a directive since 1.27.
"""

from __future__ import annotations

from collections.abc import Iterator

from golinkname_ls.rules.core.deferred_call import DeferredCall
from golinkname_ls.rules.core.finding import Severity, Stage
from golinkname_ls.rules.core.item_place import Anchor
from golinkname_ls.rules.core.rule import Rule, Violation
from golinkname_ls.rules.core.unit import Unit, knows_verb
from golinkname_ls.rules.fixes.directive_line import spell_as_directive

RULE = Rule("LN102", "ignored-directive", Stage.NONE, "The compiler silently ignores this near miss of a directive")


def check_file(unit: Unit) -> Iterator[Violation]:
    """Report what looks like a directive and is none."""
    for directive in unit.source.outline.directives:
        if directive.ignored is not None:
            message = f"ignored by the compiler: {directive.ignored.value}"
            fixes = DeferredCall(spell_as_directive, unit, directive)
            yield Violation(RULE, Anchor(unit.source, directive), message, Severity.WARNING, fixes=fixes)
        elif not knows_verb(unit.target, directive.verb):
            message = f"go:linknamestd is a plain comment before Go 1.27: Go {unit.target.go} ignores it"
            yield Violation(RULE, Anchor(unit.source, directive), message, Severity.WARNING)
