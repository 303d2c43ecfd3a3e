"""A `//nolint:golinkname` comment silences nothing.

## What it does
Finds `//nolint:golinkname` comments, and single rules in their lists, that silence no finding in any Go version on any platform. Comments for every linter (`//nolint`, `//nolint:all`) are left alone.

## Why it is bad
It hides the next finding that comes up there, and tells readers of a problem that is gone.

## Example
    //nolint:golinkname:LN201 // refused since 1.23
    //go:linkname nanotime runtime.nanotime
    func nanotime() int64

## Use instead
    //go:linkname nanotime runtime.nanotime
    func nanotime() int64

## Go versions
All versions. A comment covers the group of comment lines it stands in and the declaration right below, or its own line and the directives of the stub on it; above the package clause it covers the file. In a `.s` file it covers the instruction right below, or the whole TEXT. Names may come in a list with those of other linters: `//nolint:golinkname,unused // why`.
"""

from __future__ import annotations

from golinkname_ls.rules.core.deferred_call import DeferredCall
from golinkname_ls.rules.core.finding import Finding, Fix, Severity, Stage
from golinkname_ls.rules.core.item_place import Anchor
from golinkname_ls.rules.core.rule import Rule
from golinkname_ls.rules.edits.change import Edit
from golinkname_ls.rules.edits.lines import remove_lines, replace
from golinkname_ls.syntax.comments.nolint import Item, Nolint
from golinkname_ls.syntax.files.text_file import TextFile
from golinkname_ls.text.span import Span

RULE = Rule("LN405", "unused-suppression", Stage.STYLE, "A `//nolint:golinkname` silences nothing")


def finding(source: TextFile, comment: Nolint, unused: list[Item]) -> Finding:
    """The finding of one comment whose items `unused` silence nothing."""
    named = ", ".join(dict.fromkeys(item.rule or "any rule" for item in unused))
    return Finding(
        RULE.code,
        RULE.name,
        RULE.stage,
        Severity.WARNING,
        f"silences nothing: there is no finding of {named} here, in no Go version and on no platform",
        Anchor(source, comment.span),
        fixes=(Fix("Remove the suppression", True, DeferredCall(_edits, source, comment, unused)),),
    )


def _edits(source: TextFile, comment: Nolint, unused: list[Item]) -> tuple[Edit, ...]:
    kept = [item for item in comment.items if item not in unused]
    if kept:
        return (replace(source, comment.names_span, ":" + ",".join(map(_written, kept))),)
    if comment.alone:
        return (remove_lines(source, comment.span),)
    start = comment.span.start
    while source.data[start - 1 : start] in (b" ", b"\t"):
        start -= 1
    return (Edit(source.path, Span(start, comment.span.end), ""),)


def _written(item: Item) -> str:
    # A code that follows one of ours in the list would lose its meaning without it.
    return f"golinkname:{item.rule}" if item.rule else item.text
