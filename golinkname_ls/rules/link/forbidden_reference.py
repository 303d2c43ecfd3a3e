"""The linker refuses the reference: the symbol is unmarked, blocked or for std only.

## What it does
Since 1.23 a std symbol can be pulled only if its own package marks it with a directive, and some names are blocked outright. 1.24 closed a hole for compiler builtins, 1.27 asks for marks on assembly too and knows marks for std alone.

## Why it is bad
The linker stops with `PKG: invalid reference to SYMBOL`.

## Example
    //go:linkname gcStart runtime.gcStart
    func gcStart(trigger gcTrigger)

## Use instead
    runtime.GC()

## Go versions
1.23 and later. `-ldflags=-checklinkname=0` lifts it; linkers up to 1.22 do not know that flag and refuse it.
"""

from __future__ import annotations

from collections.abc import Iterator

from golinkname_ls.catalog.std.symbols import Definition
from golinkname_ls.golang.targets.linker_eras import era
from golinkname_ls.linking.resolving.outcomes import Outcome, Problem
from golinkname_ls.linking.resolving.program_resolution import is_func
from golinkname_ls.linking.std_versions.refused_since import refused_since, with_same_signature
from golinkname_ls.program.directive_with_stub import Link, LinkForm
from golinkname_ls.rules.core.alternatives import name_in_target, replacement_text
from golinkname_ls.rules.core.deferred_call import DeferredCall
from golinkname_ls.rules.core.finding import Fix, Severity, Stage
from golinkname_ls.rules.core.item_place import at_directive, at_remote
from golinkname_ls.rules.core.rule import Rule, Violation
from golinkname_ls.rules.core.unit import Unit
from golinkname_ls.rules.core.upstream_summary import summary
from golinkname_ls.rules.fixes.public_call import call_public_api
from golinkname_ls.rules.fixes.remote_argument import change_remote

RULE = Rule(
    "LN201",
    "forbidden-reference",
    Stage.LINK,
    "The linker refuses the reference: the symbol is unmarked, blocked or for std only",
)


_REASONS = {
    Problem.FORBIDDEN: "nothing marks it in its own package, so Go {go} lets only std refer to it",
    Problem.STD_ONLY: "it is marked for std only (linknamestd) in Go {go}",
    Problem.BLOCKED: "Go {go} blocks the name: only the packages its linker lists may refer to it",
}
_LIFTED = "; the build depends on -ldflags=-checklinkname=0{because}, which lifts it"


def check_link(unit: Unit, link: Link) -> Iterator[Violation]:
    """Report every pull that this version's linker refuses."""
    if _flag_is_unknown(unit):
        return
    if link.stub is None or not link.source.outline.imports_unsafe:
        return
    answer = unit.outcome(link)
    if answer.problem not in _REASONS:
        return
    if unit.is_std and is_func(link) and not unit.mentioned(link.local):
        return  # internal/syscall/unix hands on symbols of syscall this way: the linker never sees its reference.
    name = link.remote or link.local
    message = f"invalid reference to {name}: {_REASONS[answer.problem].format(go=unit.target.go)}"
    message += answer.proviso + _since(unit, name) + _beside(unit, answer)
    message += replacement_text(name, unit.target.go)
    if not unit.checklinkname:
        because = f" ({unit.checklinkname_because})" if unit.checklinkname_because else ""
        message += _LIFTED.format(because=because)
    where = at_remote(link)
    fixes = DeferredCall(_fixes, unit, link, name)
    yield Violation(RULE, where, message, _severity(unit, link, answer), link, summary(answer.found), fixes)


def _since(unit: Unit, symbol: str) -> str:
    version = refused_since(unit.symbols, symbol)
    return f"; up to Go {version.major}.{version.minor - 1} it linked" if version is not None else ""


def _beside(unit: Unit, answer: Outcome) -> str:
    near = with_same_signature(unit.symbols, answer.found) if isinstance(answer.found, Definition) else []
    return f"; {' and '.join(near)} of the same signature may be pulled" if near else ""


def _fixes(unit: Unit, link: Link, name: str) -> tuple[Fix, ...]:
    other = name_in_target(unit, name)
    return (*change_remote(unit, link, [other] if other else []), *call_public_api(unit, link))


def _severity(unit: Unit, link: Link, answer: Outcome) -> Severity:
    if not unit.checklinkname:
        return Severity.INFORMATION
    # A var is part of its own package's object file even if nobody uses it; a func only when something refers to it.
    emitted = not is_func(link) or unit.mentioned(link.local)
    return Severity.ERROR if emitted and not answer.condition else Severity.WARNING


def _flag_is_unknown(unit: Unit) -> bool:
    return not unit.checklinkname and not era(unit.target.go).flag


def check_file(unit: Unit) -> Iterator[Violation]:
    """Report, once per file, that this Go version's linker does not know -checklinkname."""
    if not _flag_is_unknown(unit) or ":" in unit.checklinkname_because:
        return  # a line of a build file, which need not be meant for every version
    for link in unit.links:
        if link.form is LinkForm.PULL and unit.symbols.has_package(
            link.remote.rpartition("/")[0] or _head(link.remote)
        ):
            message = (
                "flag provided but not defined: -checklinkname: the build passes it for references such as this one, "
                f"and the linker of Go {unit.target.go} does not know it"
            )
            yield Violation(RULE, at_directive(link), message, link=link)
            return


def _head(symbol: str) -> str:
    return symbol.partition(".")[0]
