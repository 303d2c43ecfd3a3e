"""The directive has not one or two arguments.

## What it does
Finds `//go:linkname` with no argument, or with three or more; a trailing comment counts as arguments.

## Why it is bad
The compiler stops with `usage: //go:linkname localname [linkname]`.

## Example
    //go:linkname nanotime runtime.nanotime // monotonic clock

## Use instead
    // nanotime is the monotonic clock.
    //go:linkname nanotime runtime.nanotime

## Go versions
All versions.
"""

from __future__ import annotations

from collections.abc import Iterator

from golinkname_ls.rules.core.deferred_call import DeferredCall
from golinkname_ls.rules.core.finding import Fix, Stage
from golinkname_ls.rules.core.item_place import Anchor
from golinkname_ls.rules.core.rule import Rule, Violation
from golinkname_ls.rules.core.unit import Unit, knows_verb
from golinkname_ls.rules.edits.change import Edit
from golinkname_ls.rules.edits.lines import replace
from golinkname_ls.syntax.files.source_file import SourceFile
from golinkname_ls.syntax.items.directives import Directive
from golinkname_ls.text.span import Span

RULE = Rule("LN101", "malformed-directive", Stage.COMPILE, "The directive has not one or two arguments")


def check_file(unit: Unit) -> Iterator[Violation]:
    """Report every directive whose argument count the compiler refuses."""
    for directive in unit.source.outline.directives:
        if not directive.is_legal:
            yield Violation(RULE, Anchor(unit.source, directive), "unexpected NUL in input or illegal UTF-8 encoding")
            continue
        if directive.ignored or directive.well_formed or not knows_verb(unit.target, directive.verb):
            continue
        message = f"usage: //go:{directive.verb} localname [linkname]"
        if len(directive.words) > 2:
            message += "; a comment behind the arguments counts as arguments"
        yield Violation(RULE, Anchor(unit.source, directive), message, fixes=_fixes(unit.source, directive))


def _fixes(source: SourceFile, directive: Directive) -> tuple[Fix, ...]:
    comment = next((i for i, word in enumerate(directive.words) if word.startswith(("//", "/*"))), None)
    if comment not in (1, 2):
        return ()
    return (Fix("Remove the trailing comment", True, DeferredCall(_without_comment, source, directive, comment)),)


def _without_comment(source: SourceFile, directive: Directive, comment: int) -> tuple[Edit, ...]:
    """The edit that leaves the directive's words before the one of that number."""
    place = source.outline.directive_place(directive)
    return () if place is None else (replace(source, Span(place.words[comment - 1].end, place.span.end), ""),)
