"""The stub fits some versions of the window and not others, or some have no stub at all.

## What it does
Looks at all versions that the file's module is meant for. It reports a stub that fits upstream in some of them and is broken in others, and a local that the package mentions in a version in which no file declares it, because the build constraints of the files with a stub leave that version out.

## Why it is bad
No one stub is right for all versions, so that whoever builds with another Go gets a crash or `undefined`. Files tagged by version (`//go:build go1.20 && !go1.22`) each hold the stub for theirs, and together have to cover the whole window.

## Example
    // go.mod: go 1.19
    //go:linkname growslice runtime.growslice
    func growslice(et unsafe.Pointer, old []byte, cap int) []byte

## Use instead
    //go:build !go1.20

    //go:linkname growslice runtime.growslice
    func growslice(et unsafe.Pointer, old []byte, cap int) []byte

## Go versions
All versions.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from golinkname_ls.compiler.live.package_mentions import is_mentioned
from golinkname_ls.contract.call_differences import BreachKind
from golinkname_ls.golang.targets.target import Target
from golinkname_ls.golang.targets.version import GoVersion
from golinkname_ls.program.directive_with_stub import Link, LinkForm
from golinkname_ls.rules.core.finding import Severity, Stage
from golinkname_ls.rules.core.item_place import at_stub
from golinkname_ls.rules.core.rule import Rule, Violation
from golinkname_ls.rules.core.unit import Unit
from golinkname_ls.syntax.items.declarations import FuncDeclaration

RULE = Rule("LN306", "version-gap", Stage.RUNTIME, "No one stub fits every version of the window, or some have none")


def check_window(links: list[tuple[Unit, Link]], beyond: list[Target]) -> Iterator[tuple[Target, Violation]]:
    """Report a directive whose stub does not fit all targets of the window, or is missing on some.

    `links` are of the targets that build the file, `beyond` those of the module's window that leave it out.
    """
    yield from _mixed(links)
    yield from _uncovered(links, beyond)


def _mixed(links: list[tuple[Unit, Link]]) -> Iterator[tuple[Target, Violation]]:
    right, wrong = set[GoVersion](), list[tuple[Unit, Link]]()
    for unit, link in links:
        if link.form is not LinkForm.PULL or not isinstance(link.stub, FuncDeclaration):
            continue
        comparison = unit.comparison(link)
        if comparison is None:
            continue
        if comparison.worst(BreachKind.BROKEN) is None:
            right.add(unit.target.go)
        else:
            wrong.append((unit, link))
    bad = {unit.target.go for unit, _ in wrong} - right
    if not right or not bad:
        return
    message = f"{wrong[0][1].local} fits {wrong[0][1].remote} in Go {_list(right)} and not in Go {_list(bad)}: "
    message += "no one stub is right for both, split the file by version"
    for unit, link in wrong:
        if unit.target.go in bad:
            yield unit.target, Violation(RULE, at_stub(link), message, Severity.INFORMATION, link)


def _uncovered(links: list[tuple[Unit, Link]], beyond: list[Target]) -> Iterator[tuple[Target, Violation]]:
    if not links:
        return
    unit, link = links[-1]
    if link.stub is None or link.form is not LinkForm.PULL:
        return
    without = [t for t in beyond if _lacks(unit, t, link.local)]
    message = f"no file declares {link.local} in Go {_list(t.go for t in without)}, where the package mentions it"
    for target in without:
        yield target, Violation(RULE, at_stub(link), message, Severity.WARNING, link)


def _lacks(unit: Unit, target: Target, local: str) -> bool:
    like = unit.package.any_member(target)
    if like is None or unit.package.declared(local, target, like):
        return False
    return is_mentioned(replace(unit.context, target=target, like=like), local)


def _list(versions: Iterable[GoVersion]) -> str:
    return ", ".join(map(str, sorted(set(versions))))
