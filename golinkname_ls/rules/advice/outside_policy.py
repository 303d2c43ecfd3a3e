"""The remote's package is not one that the project allows.

## What it does
Compares the package of every remote with the list under `[policy]` in golinkname.toml. It is off until there is such a list. A package's own symbols are always allowed; `example.com/m/...` stands for a path and all below it.

Go itself enforces something else: since 1.23 the linker asks whether the std package that defines a symbol marks it, whichever package that is; `net`, `reflect`, `sync` and others have such marks, `runtime` has many symbols without, and packages outside std are not checked at all. LN201 says what Go refuses. This rule is for teams whose own rule is stricter.

## Why it is bad
The project has agreed to reach into few packages, so that a new Go release can be checked against few.

## Example
    // golinkname.toml: [policy] packages = ["runtime"]
    //go:linkname isDomainName net.isDomainName
    func isDomainName(s string) bool

## Use instead
A symbol of an allowed package, or a longer list.

## Go versions
All versions alike.
"""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import unquote

from golinkname_ls.catalog.std.symbols import split_symbol
from golinkname_ls.program.directive_with_stub import Link
from golinkname_ls.rules.core.finding import Severity, Stage
from golinkname_ls.rules.core.item_place import at_remote
from golinkname_ls.rules.core.rule import Rule, Violation
from golinkname_ls.rules.core.unit import Unit

RULE = Rule("LN402", "outside-policy", Stage.POLICY, "The project does not allow the remote's package (off by default)")


def check_link(unit: Unit, link: Link) -> Iterator[Violation]:
    """Report every two-argument directive whose remote lies in a package that the policy does not list."""
    if unit.policy is None:
        return
    own = "main" if unit.package_name == "main" else unit.path
    if not link.directive.remote:
        return
    path = unquote(split_symbol(link.remote)[0])
    if path in ("", own) or any(_allows(pattern, path) for pattern in unit.policy):
        return
    allowed = ", ".join(unit.policy) or "none"
    message = f"{path} is outside the project's policy; allowed packages: {allowed}"
    yield Violation(RULE, at_remote(link), message, Severity.WARNING, link)


def _allows(pattern: str, path: str) -> bool:
    head = pattern.removesuffix("...")
    return path == pattern or (head != pattern and (path + "/").startswith(head.rstrip("/") + "/" if head else ""))
