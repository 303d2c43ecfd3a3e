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

from golinkname_ls.rules.core.finding import Fix, Stage
from golinkname_ls.rules.core.rule import Rule, Violation
from golinkname_ls.rules.core.unit import Unit, knows_verb
from golinkname_ls.rules.edits.lines import line_end, replace
from golinkname_ls.syntax.files.source_file import SourceFile
from golinkname_ls.syntax.items.directives import Directive
from golinkname_ls.text.span import Span

RULE = Rule("LN101", "malformed-directive", Stage.COMPILE, "The directive has not one or two arguments")


def check_file(unit: Unit) -> Iterator[Violation]:
    """Report every directive whose argument count the compiler refuses."""
    for directive in unit.source.outline.directives:
        # cmd/compile/internal/syntax/source.go, nextch: refused wherever they stand.
        data, start = unit.source.data, directive.span.start
        text = data[start : line_end(data, start)]
        if b"\0" in text or not _is_utf8(text):
            yield Violation(RULE, directive.span, "unexpected NUL in input or illegal UTF-8 encoding")
            continue
        if directive.ignored or directive.well_formed or not knows_verb(unit.target, directive.verb):
            continue
        message = f"usage: //go:{directive.verb} localname [linkname]"
        if len(directive.arguments) > 2:
            message += "; a comment behind the arguments counts as arguments"
        yield Violation(RULE, directive.span, message, fixes=_fixes(unit.source, directive))


def _is_utf8(text: bytes) -> bool:
    try:
        text.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _fixes(source: SourceFile, directive: Directive) -> tuple[Fix, ...]:
    words = directive.arguments
    comment = next((i for i, word in enumerate(words) if word.text.startswith(("//", "/*"))), None)
    if comment not in (1, 2):
        return ()
    start = words[comment - 1].span.end
    edit = replace(source, Span(start, directive.span.end), "")
    return (Fix("Remove the trailing comment", True, lambda: (edit,)),)
