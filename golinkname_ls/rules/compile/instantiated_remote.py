"""The remote is an instantiation of a generic.

## What it does
Finds a remote with type arguments in brackets.

## Why it is bad
The compiler stops with `//go:linkname reference of an instantiation is not allowed`.

## Example
    //go:linkname sum example.com/lib.Sum[int]

## Use instead
    // Call lib.Sum[int] from a func of lib, and link to that one.

## Go versions
Since 1.23; 1.21 and 1.22 link it, 1.19 finds no such symbol.
"""

from __future__ import annotations

from collections.abc import Iterator

from golinkname_ls.golang.targets.version import GoVersion
from golinkname_ls.program.directive_with_stub import Link
from golinkname_ls.rules.core.finding import Stage
from golinkname_ls.rules.core.item_place import at_remote
from golinkname_ls.rules.core.rule import Rule, Violation
from golinkname_ls.rules.core.unit import Unit

RULE = Rule("LN108", "instantiated-remote", Stage.COMPILE, "The remote is an instantiation of a generic")


# cmd/compile/internal/noder/writer.go:2630 (1.23).
_REFUSED_SINCE = GoVersion(1, 23)


def check_link(unit: Unit, link: Link) -> Iterator[Violation]:
    """Report every remote with brackets."""
    if unit.target.go < _REFUSED_SINCE:
        return
    if "[" in link.remote and "]" in link.remote and link.directive.remote:
        message = "//go:linkname reference of an instantiation is not allowed"
        yield Violation(RULE, at_remote(link), message, link=link)
