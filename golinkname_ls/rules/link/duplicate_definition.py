"""The program already has a definition of the remote.

## What it does
Finds a func with a body, or a var with an initial value, whose directive gives it a name that another package of the program defines. A var under the name of a TEXT, if it has a value (or, in 1.23, more bytes than the TEXT). Where it hangs on what the compiler makes of an initial value, or on a size that no source tells, that is said as a warning. In assembly, a TEXT or GLOBL that something else of the program defines, too.

## Why it is bad
The linker stops with `duplicated definition of symbol SYMBOL`, whether or not anything uses it. A body over assembly of std links; but up to 1.26 the linker stops with `nosplit stack over 792 byte limit` where std calls that assembly without a look at the stack, and the body needs none either.

## Example
    //go:linkname nanotime runtime.nanotime
    func nanotime() int64 { return 0 }

## Use instead
    //go:linkname nanotime runtime.nanotime
    func nanotime() int64

## Go versions
All versions. Vars of different sizes: 1.23 (1.23.9) and early 1.24 refuse initial data that is smaller than the other var, and a var that is larger than a TEXT (golang.org/issue/73617).
"""

from __future__ import annotations

from collections.abc import Iterator

from golinkname_ls.catalog.std.symbols import Kind
from golinkname_ls.golang.targets.linker_eras import Merge, era
from golinkname_ls.linking.resolving.duplicate_assembly import duplicating_package
from golinkname_ls.linking.resolving.outcomes import Outcome, Problem
from golinkname_ls.linking.resolving.program_resolution import is_func
from golinkname_ls.program.directive_with_stub import Link
from golinkname_ls.program.text_and_globl import definitions_in_file
from golinkname_ls.rules.core.finding import Severity, Stage
from golinkname_ls.rules.core.item_place import Anchor, at_directive
from golinkname_ls.rules.core.rule import Rule, Violation
from golinkname_ls.rules.core.unit import Unit
from golinkname_ls.rules.core.upstream_summary import defined_at, summary
from golinkname_ls.rules.fixes.push_removal import undo_push
from golinkname_ls.syntax.files.editable_assembly_text import AssemblyFile
from golinkname_ls.text.span import Span

RULE = Rule("LN203", "duplicate-definition", Stage.LINK, "The program already has a definition of the remote")


def check_link(unit: Unit, link: Link) -> Iterator[Violation]:
    """Report every push onto a symbol that is there already."""
    if link.stub is None or not link.source.outline.imports_unsafe:
        return
    answer = unit.outcome(link)
    name = link.remote or link.local
    if answer.problem is Problem.DUPLICATE:
        what = _why(link, answer, strict=era(unit.target.go).merge is Merge.STRICT)
        message = f"duplicated definition of symbol {name}: {what}; the other is in {defined_at(answer.found)}{answer.proviso}"
    elif answer.problem is Problem.ENDLESS:
        message = (
            f"nosplit stack over 792 byte limit: std calls {name} ({defined_at(answer.found)}) where the stack is not "
            "checked, and with a body as small as this the linker goes in circles"
        )
    else:
        return
    fixes = undo_push(unit, link)
    severity = Severity.WARNING if answer.condition else Severity.ERROR
    yield Violation(RULE, at_directive(link), message, severity, link, summary(answer.found), fixes)


def _why(link: Link, answer: Outcome, *, strict: bool) -> str:
    """Why the linker does not join the two; `strict` where it looks at the sizes of vars, too."""
    if is_func(link):
        return "the body makes a second one"
    if answer.found is not None and answer.found.kind is Kind.FUNC:
        return "a var cannot share the name of a func"
    if answer.found is not None and answer.found.kind is Kind.ASSEMBLY:
        return f"a var with a value{', or a larger one,' if strict else ''} cannot share the name of assembly"
    return f"both have initial values{', or the one that has is smaller' if strict else ''}"


def check_assembly(unit: Unit, file: AssemblyFile) -> Iterator[Violation]:
    """Report every definition of a `.s` file of the unit's package that a program of the module has twice."""
    programs = unit.mains if unit.program.open else [unit.program]
    if not programs:
        return
    prefix = programs[0].prefix(unit.path)
    for definition in definitions_in_file(unit.package, file.path.name, prefix, unit.target):
        other = next(filter(None, (duplicating_package(definition, p, unit.path, file.path) for p in programs)), "")
        if other:
            text = file.data.decode("utf-8", "surrogateescape")
            start, end = (len(text[:at].encode("utf-8", "surrogateescape")) for at in definition.span)
            message = f"duplicated definition of symbol {definition.symbol}: {other} has another one"
            yield Violation(RULE, Anchor(file, Span(start, end)), message)
