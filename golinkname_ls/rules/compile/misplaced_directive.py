"""Code or a comment stands before the directive on its line.

## What it does
Finds a directive that is not alone on its line.

## Why it is bad
The compiler stops with `misplaced compiler directive`.

## Example
    var x int //go:linkname nanotime runtime.nanotime

## Use instead
    var x int
    //go:linkname nanotime runtime.nanotime

## Go versions
All versions; also for what the compiler otherwise ignores, such as `linknamestd` before 1.27.
"""

from __future__ import annotations

from collections.abc import Iterator

from golinkname_ls.rules.core.deferred_call import DeferredCall
from golinkname_ls.rules.core.finding import Stage
from golinkname_ls.rules.core.item_place import Anchor
from golinkname_ls.rules.core.rule import Rule, Violation
from golinkname_ls.rules.core.unit import Unit
from golinkname_ls.rules.fixes.directive_line import move_to_own_line

RULE = Rule("LN103", "misplaced-directive", Stage.COMPILE, "Code or a comment stands before the directive on its line")


def check_file(unit: Unit) -> Iterator[Violation]:
    """Report every directive that is not alone on its line."""
    for directive in unit.source.outline.directives:
        # cmd/compile/internal/noder/noder.go, pragma: asked of every `//go:` comment before it is looked at what it says.
        if not directive.alone and directive.is_pragma:
            message = "misplaced compiler directive: put it on a line of its own"
            yield Violation(
                RULE, Anchor(unit.source, directive), message, fixes=DeferredCall(move_to_own_line, unit, directive)
            )
