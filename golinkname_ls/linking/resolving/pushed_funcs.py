"""Resolution of a pushed func: whether the linker accepts its body beside other definitions of the remote.

    //go:linkname f q.f; func f() {}   and q has `func f()`      → holds: q's stub gets this body
    //go:linkname f q.f; func f() {}   and q has `func f() {}`   → duplicate
    //go:linkname f q.v; func f() {}   and q has `var v int`     → kind since 1.27, which crashes

Source: cmd/link/internal/loader/loader.go, addSym.
"""

from __future__ import annotations

import re

from golinkname_ls.catalog.std.renames_and_replacements import called_unchecked
from golinkname_ls.catalog.std.symbols import Definition, Kind
from golinkname_ls.compiler.checker_and_scope import CodeContext
from golinkname_ls.compiler.live.package_mentions import is_mentioned, uses_import
from golinkname_ls.compiler.references_by_symidx import is_wrapper
from golinkname_ls.linking.resolving.definitions_outside_std import OwnDefinition, Presence
from golinkname_ls.linking.resolving.outcomes import LinkInProgram, Outcome, Problem
from golinkname_ls.linking.resolving.pulled_funcs import by_name_or_index
from golinkname_ls.program.directive_with_stub import Link
from golinkname_ls.program.program import Program
from golinkname_ls.syntax.items.declarations import FuncDeclaration

# What makes a call, or may: to a func, a conversion, a panic, a check of bounds, a copy of a string.
_CALLING = re.compile(r"[(\[+/%]|<-")


def resolve_push(case: LinkInProgram) -> Outcome:
    """Outcome of a link whose stub is a func with a body."""
    others = [d for d in case.own if d.kind is Kind.FUNC and d.presence is Presence.DEFINED]
    std = case.std
    declared = others[0].declaration if others else (std.entry.declaration if std is not None and std.entry else None)
    if is_wrapper(case.symbol, declared):
        return Outcome(needs_mention=False)
    if others:
        clash = Outcome(Problem.DUPLICATE, others[0], needs_mention=False)
        return by_name_or_index(clash, case) if case.link.remote else Outcome()
    return by_name_or_index(_over_other_kinds(case), case)


def _over_other_kinds(case: LinkInProgram) -> Outcome:
    """Outcome of a pushed body whose remote is defined by std, by a var or by assembly."""
    std, register_abi = case.std, case.register_abi
    if std is not None and std.kind is Kind.FUNC:
        return Outcome(Problem.DUPLICATE, std, needs_mention=False)
    if register_abi and case.rules.var_over_func:
        under = next((d for d in case.own if d.kind is Kind.VAR), None)
        if under is not None and case.link.remote:
            return Outcome(Problem.KIND, under, needs_mention=not _is_used(under, case.program))
        if std is not None and std.kind is Kind.VAR:
            return Outcome(Problem.KIND, std, needs_mention=False)
    return _over_assembly(case, std) if std is not None and std.kind is Kind.ASSEMBLY else Outcome(needs_mention=False)


def _over_assembly(case: LinkInProgram, std: Definition) -> Outcome:
    if std.abi == "ABIInternal" and case.register_abi:
        return Outcome(Problem.DUPLICATE, std, needs_mention=False)
    if std.entry is None or std.abi != "ABI0":
        return Outcome(needs_mention=False)
    # Between the entries of both ABIs the linker's stack check then goes in circles, unless the body has a check.
    replaced = not case.register_abi or case.rules.text_over_wrapper
    endless = not replaced and called_unchecked(case.symbol, case.target.go) and _is_unchecked(case.link)
    return Outcome(Problem.ENDLESS if endless else None, std, needs_mention=False)


def _is_used(var: OwnDefinition, program: Program) -> bool:
    """Whether code of the program mentions a var of one of its packages."""
    if var.source is None or var.declaration is None:
        return True
    name = var.declaration.name
    here = is_mentioned(CodeContext.of(program, var.package, var.source), name)
    return here or (
        name[:1].isupper() and any(uses_import(program, p, var.package, name) for p in program.closure.packages)
    )


def _is_unchecked(link: Link) -> bool:
    """Whether a body certainly has no stack check: a small leaf, or a pragma (cmd/internal/obj/x86/obj6.go)."""
    stub, source = link.stub, link.stub_source or link.source
    if not isinstance(stub, FuncDeclaration) or not stub.has_body:
        return False
    body = source.written(stub, body=True).decode("utf-8", "replace")
    return "go:nosplit" in stub.pragmas or _CALLING.search(re.sub(r"//[^\n]*|/\*.*?\*/", "", body)) is None
