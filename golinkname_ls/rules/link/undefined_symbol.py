"""Nothing defines the remote.

## What it does
Finds a pull of a func that nothing in the program defines on that version and platform: std, the module's own packages and those it imports. Also a directive that renames `main`. Where the program is not known (a library without a main) that is said as a warning; as information, if another package of the module defines it (programs have to import that, too), and where no code that is linked in reaches the stub: the build fails as soon as something does.

## Why it is bad
The linker stops with `relocation target SYMBOL not defined` as soon as reachable code calls the stub.

## Example
    //go:linkname fastrandu runtime.fastrandu
    func fastrandu() uint

## Use instead
    //go:linkname fastrand64 runtime.fastrand64
    func fastrand64() uint64

## Go versions
All versions; what exists differs by version. For wasm the linker stops at values of such a func alone: it writes calls without a look at what they call.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from golinkname_ls.catalog.std.symbols import split_symbol
from golinkname_ls.linking.resolving.definitions_outside_std import OwnDefinition, own_definitions
from golinkname_ls.linking.resolving.outcomes import Outcome, Problem
from golinkname_ls.program.directive_with_stub import Link
from golinkname_ls.program.package_directives import directives_of
from golinkname_ls.rules.core.alternatives import nearest_names, qualified_names, replacement_text, suggestion
from golinkname_ls.rules.core.deferred_call import DeferredCall
from golinkname_ls.rules.core.finding import Fix, Severity, Stage
from golinkname_ls.rules.core.item_place import at_directive, at_name, at_remote
from golinkname_ls.rules.core.rule import Rule, Violation
from golinkname_ls.rules.core.unit import Unit
from golinkname_ls.rules.core.upstream_summary import summary
from golinkname_ls.rules.fixes.public_call import call_public_api
from golinkname_ls.rules.fixes.remote_argument import change_remote
from golinkname_ls.syntax.items.declarations import FuncDeclaration, TypeDeclaration

RULE = Rule("LN202", "undefined-symbol", Stage.LINK, "Nothing defines the remote")


def check_link(unit: Unit, link: Link) -> Iterator[Violation]:
    """Report every func pulled from where nothing is."""
    if link.local == "main" and unit.package_name == "main" and link.remote not in ("", "main.main"):
        message = "function main is undeclared in the main package: the directive gives it another name"
        yield Violation(RULE, at_directive(link), message, link=link)
        return
    if not isinstance(link.stub, FuncDeclaration) or not link.source.outline.imports_unsafe:
        return
    answer = unit.outcome(link)
    if answer.problem in (Problem.UNDEFINED, Problem.NOT_LINKED):
        yield _report(unit, link, answer)


def _report(unit: Unit, link: Link, answer: Outcome) -> Violation:
    symbol = link.remote or f"{unit.program.prefix(unit.path)}.{link.local}"
    nearest: list[str] = []
    where = at_remote(link)
    if isinstance(answer.found, OwnDefinition):
        package = answer.found.package
        message = f"relocation target {symbol} not defined in programs without {package}, which defines it"
        return Violation(RULE, where, message, Severity.INFORMATION, link, summary(answer.found))
    if answer.problem is Problem.NOT_LINKED and answer.found is not None:
        why = f"no program of this module links in {answer.found.linked_with}"
        if unit.program.main:
            why = f"{unit.program.main} does not import {answer.found.linked_with}, directly or not"
    elif answer.problem is Problem.NOT_LINKED:
        why = f"nothing that this package imports is called {split_symbol(symbol)[0]}"
        nearest = qualified_names(unit, symbol)
    elif unit.symbols.has_package(split_symbol(symbol)[0]):
        nearest = nearest_names(unit, link.remote)
        why = f"Go {unit.target.go} has no such symbol"
    else:
        why = "no package of the program defines it"
        nearest = qualified_names(unit, symbol)
    said, nearest = suggestion(unit, symbol, nearest)
    message = f"relocation target {symbol} not defined: {why}{said}{replacement_text(symbol, unit.target.go)}"
    if not (unit.fails_without(link.local) or _is_run(unit, link.local)):
        severity = Severity.INFORMATION
        message += f"; no code that is linked in reaches {link.local} yet"
    else:
        severity = Severity.ERROR if answer.sure else Severity.WARNING
    return Violation(
        RULE,
        where,
        message,
        severity,
        link,
        fixes=DeferredCall(_fixes, unit, link, nearest),
    )


def _fixes(unit: Unit, link: Link, nearest: list[str]) -> tuple[Fix, ...]:
    return (*change_remote(unit, link, nearest), *call_public_api(unit, link))


def _is_run(unit: Unit, name: str) -> bool:
    """Whether a test binary's main, written by cmd/go, refers to the func (cmd/go/internal/load/test.go)."""
    return unit.source.is_test and re.match(r"(Test|Benchmark|Fuzz)(?![a-z])", name) is not None


def check_file(unit: Unit) -> Iterator[Violation]:
    """Report funcs with neither body nor directive that compile because of the package's assembly or cgo files."""
    outline = unit.source.outline
    if unit.is_std:
        return
    bare = [f for f in outline.funcs_without_body() if "go:wasmimport" not in f.pragmas and "[" not in f.receiver]
    if not bare or not unit.may_lack_bodies or outline.has_error:
        return
    if any(not name.endswith(".s") for name in unit.package.foreign(unit.target)):
        return
    named = directives_of(unit.package, unit.target, unit.source)
    prefix = unit.program.prefix(unit.path)
    programs = [p for p in (unit.mains if unit.program.open else [unit.program]) if p.complete]
    for function in bare:
        symbol = f"{prefix}.{function.qualified_name}"
        if function.qualified_name in named or unit.symbols.catalog.pushes.get(symbol):
            continue
        if all(own_definitions(program, symbol, unit.target) for program in programs):
            continue
        if not _used(unit, function):
            continue
        message = f"relocation target {symbol} not defined: it has no body, no directive and no assembly"
        yield Violation(RULE, at_name(unit.source, function), message)


def _used(unit: Unit, function: FuncDeclaration) -> bool:
    """Whether code refers to a func; of a method that is certain where nothing else of the package has its name."""
    name = function.name
    if function.is_method:
        named = f".{name}"
        return unit.mentioned(named) and unit.fails_without(named) and not _has_namesake(unit, function)
    entry = name == "main" and unit.package_name == "main"
    return entry or unit.fails_without(name)


def _has_namesake(unit: Unit, method: FuncDeclaration) -> bool:
    """Whether `x.name` may select another method, or a field: a second declaration of the package has the word."""
    word = re.compile(rf"\b{re.escape(method.name)}\b")
    declared = (
        declaration
        for source in unit.package.selected(unit.target, unit.source, unit.package.having(method.name))
        for declaration in source.outline.declarations()
    )
    return any(
        (isinstance(d, TypeDeclaration) and word.search(d.type) is not None)
        or (isinstance(d, FuncDeclaration) and d.name == method.name and d.qualified_name != method.qualified_name)
        for d in declared
    )
