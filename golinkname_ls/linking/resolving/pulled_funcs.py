"""Resolution of a pulled func: what the linker finds for a stub without body under the name of its remote.

    //go:linkname f time.now            → holds: time marks it
    //go:linkname f runtime.newproc1    → forbidden since 1.23: no mark
    //go:linkname f runtime.nosuch      → undefined
    //go:linkname f runtime.zeroVal     → kind: a var
    //go:linkname f os/user.Lookup      → not linked in, where nothing in the program imports os/user

Sources: cmd/link/internal/loader/loader.go (checkLinkname, resolve), and the compiler's choice between references by
name and by index (compiler/references_by_symidx).
"""

from __future__ import annotations

import re
from dataclasses import replace

from golinkname_ls.catalog.std.symbols import Definition, Kind, split_symbol
from golinkname_ls.compiler.generated_names.generated_symbols import (
    CLOSURES_UNTIL,
    closure_of,
    is_closure,
    is_generated,
)
from golinkname_ls.compiler.generated_names.promoted_methods import promotes
from golinkname_ls.compiler.references_by_symidx import refers_by_index
from golinkname_ls.golang.targets.linker_eras import era
from golinkname_ls.linking.marks.pull_verdicts import is_blocked, verdict_on
from golinkname_ls.linking.resolving.definitions_outside_std import OwnDefinition, Presence
from golinkname_ls.linking.resolving.outcomes import REFUSALS, LinkInProgram, Outcome, Problem
from golinkname_ls.linking.resolving.pulls_within_goroot import goroot_pull_verdict
from golinkname_ls.program.package_assembly_symbols import assembly_symbols_of
from golinkname_ls.program.program import Program


def resolve_pull(case: LinkInProgram) -> Outcome:
    """Outcome of a link whose stub is a func without body."""
    std, own = case.std, case.own
    builtin = case.symbol in case.symbols.catalog.builtins
    name_blocked = is_blocked(case.symbols, case.symbol, case.program.linker_path(case.path))
    if name_blocked and not (case.link.directive.verb == "linknamestd" and builtin):
        return Outcome(Problem.BLOCKED, std)
    if split_symbol(case.symbol)[0] != case.program.prefix(case.path) and _is_own_assembly(case):
        return Outcome()
    beside = std is not None and std.kind is not Kind.VAR and case.register_abi and all(d.kind is Kind.VAR for d in own)
    if own and not beside:
        answer = _from_own(case)
        return answer if answer.problem is not None else with_goroot_marks(answer, case)
    if std is None:
        return _absent(case)
    if case.register_abi:
        if std.kind in (Kind.VAR, Kind.ASSEMBLY_DATA):
            return Outcome(Problem.KIND, std)
        if std.kind is Kind.ASSEMBLY and std.abi == "ABI0" and std.entry is None:
            return Outcome(Problem.ABI, std)
    return _from_std(case, std)


def _from_std(case: LinkInProgram, std: Definition) -> Outcome:
    if case.link.directive.verb == "linknamestd" and case.symbol in case.symbols.catalog.builtins:
        return Outcome(found=std)
    problem = REFUSALS.get(verdict_on(case.symbols, case.symbol, std, case.program.linker_path(case.path)))
    return by_name_or_index(Outcome(problem, std), case)


def by_name_or_index(answer: Outcome, case: LinkInProgram) -> Outcome:
    """Outcome with no problem where the compiler refers to the remote by index, with a condition where it may."""
    found, declared = answer.found, None
    if isinstance(found, Definition):
        declared = found.entry.declaration if found.entry is not None else None
    elif found is not None:
        declared = found.declaration
    if answer.problem is None:
        return answer
    indexed = refers_by_index(case.link, case.program, case.path, case.symbol, declared)
    if indexed is None:
        return replace(
            answer, condition=f"the compiler reads {case.link.local} before the code that uses {case.symbol}"
        )
    return replace(answer, problem=None) if indexed else answer


def _is_own_assembly(case: LinkInProgram) -> bool:
    """Whether the package's own assembly has the symbol, of whatever package: the compiler then knows of it."""
    package = case.program.closure.packages[case.path]
    prefix = case.program.prefix(case.path)
    return package.has_assembly and ("TEXT", case.symbol) in assembly_symbols_of(package, prefix, case.target)


def _from_own(case: LinkInProgram) -> Outcome:
    own, path = case.own, case.path
    best = next((d for d in own if d.kind is not Kind.VAR), own[0])
    if best.presence is Presence.IMPORTED:
        return Outcome(Problem.ABI if case.register_abi else None, best)
    if case.register_abi and all(d.kind in (Kind.VAR, Kind.ASSEMBLY_DATA) for d in own):
        return Outcome(Problem.KIND, best)
    if best.presence is Presence.UNKNOWN:
        late = (case.target.go.major, case.target.go.minor) > CLOSURES_UNTIL
        gone = best.package != path and late and is_closure(best.symbol)
        return Outcome(Problem.UNDEFINED if gone else None, None if gone else best)
    return _from_assembly(case, best) if best.kind is Kind.ASSEMBLY else Outcome(found=best)


def _from_assembly(case: LinkInProgram, best: OwnDefinition) -> Outcome:
    of_abi_0 = case.register_abi and best.abi == "ABI0"
    if of_abi_0 and best.declaration is None and best.package != case.path:
        return Outcome(Problem.ABI, best)  # No stub there has the compiler write the other entry.
    packaged = of_abi_0 and bool(split_symbol(best.symbol)[0])
    # A stub of the assembly's own package marks it, too.
    marked = best.marked and best.abi == "ABI0"
    if (marked or (packaged and best.package == case.path)) and not case.rules.marked_assembly:
        return Outcome(Problem.ASSEMBLY, best)
    return Outcome(found=best)


def with_goroot_marks(answer: Outcome, case: LinkInProgram) -> Outcome:
    """The outcome with the check for marks between packages of GOROOT; elsewhere own packages need none."""
    if not case.program.in_goroot:
        return answer
    return replace(answer, problem=REFUSALS.get(goroot_pull_verdict(case.own, case.program, case.path)))


def _absent(case: LinkInProgram) -> Outcome:
    """Outcome of a pull of a symbol that nothing known to be in the program defines."""
    program, symbol, symbols = case.program, case.symbol, case.symbols
    elsewhere = symbols.find(symbol)
    prefix = split_symbol(symbol)[0]
    known = not prefix or prefix in program.prefixes or symbols.has_package(prefix)
    if program.in_goroot and prefix not in program.prefixes:
        return Outcome(sure=False)  # Whoever links this in may link in that, too.
    if program.closure.missing and elsewhere is not None:
        # A package that is not at hand may link it in.
        return _from_std(case, elsewhere)
    if _has_longer_name(program, symbol) or _compares(program, symbol):
        return Outcome()
    if not known and (program.closure.missing or (program.open and _of_others(prefix))):
        return Outcome(sure=False)
    if elsewhere is not None:
        return Outcome(Problem.NOT_LINKED, elsewhere, sure=program.complete)
    if not case.rules.marks and _may_be_made_in_std(case, prefix):
        return Outcome()
    # What a package leaves open under its own name may come from one that is not known here.
    own = program.prefixes.get(prefix) == case.path
    sure = program.complete or (known and not own and not program.closure.missing)
    return Outcome(Problem.UNDEFINED if known else Problem.NOT_LINKED, sure=sure)


def _may_be_made_in_std(case: LinkInProgram, prefix: str) -> bool:
    """Whether the compiler may make the symbol for a std package; later linkers refuse closures and the like."""
    outer = closure_of(case.symbol)
    made = is_generated(case.symbol) and (not outer or case.symbols.declared(outer) is not None)
    return (made and case.symbols.has_package(prefix)) or _std_promotes(case.program, case.symbol)


# A method that is not exported, of the package named before it: a type of another package embeds its receiver.
_LONGER = re.compile(r"(.+?)\.(?:\(\*\w+\)|\w+)\.((?:[\w.-]+/)*[\w-]+)\.[a-z_]\w*")


def _has_longer_name(program: Program, symbol: str) -> bool:
    found = _LONGER.fullmatch(symbol)
    return found is not None and all(p in program.prefixes or program.symbols.has_package(p) for p in found.groups())


# The compiler compares and hashes values of types by funcs of these names; with 1.27 the linker finds those no more (measured).
_OF_TYPE = re.compile(r"type(:|\.)\.(?:eq|hash)\.(.+)")
_OF_TYPE_UNTIL = (1, 26)


def _compares(program: Program, symbol: str) -> bool:
    """Whether the symbol may be a func that the compiler writes to compare, or hash, a type of the program."""
    found, go = _OF_TYPE.fullmatch(symbol), program.symbols.target.go
    if found is None or (go.major, go.minor) > _OF_TYPE_UNTIL or (found[1] == ".") is not era(go).dotted:
        return False
    return split_symbol(found[2])[0] in program.prefixes


def _std_promotes(program: Program, symbol: str) -> bool:
    """Whether the compiler may write the symbol for a std type's embedded field, or for an interface's method."""
    path, name = split_symbol(symbol)
    receiver, _, method = name.rpartition(".")
    if not re.fullmatch(r"\w+|\(\*\w+\)", receiver) or not program.links_std(path):
        return False
    pointer = receiver.startswith("(*")
    return promotes(program.symbols.checker, path, receiver.strip("(*)"), method, pointer) is not False


def _of_others(prefix: str) -> bool:
    """Whether a symbol prefix is `main` or of a cmd package, which no catalog and no import names."""
    return prefix == "main" or prefix.startswith("cmd/")
