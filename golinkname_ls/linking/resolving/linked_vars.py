"""Resolution of a linked var: with which definitions of its remote the linker merges it, and which clashes it refuses.

    //go:linkname v runtime.zeroVal; var v [1024]byte                → one variable: runtime marks it
    //go:linkname v q.v; var v = 7        and q has `var v int`      → one variable, with the data of this one
    //go:linkname v q.v; var v = 7        and q has `var v int = 8`  → duplicate
    //go:linkname v runtime.mallocgc; var v int                      → kind: runtime has a func of that name

Source: cmd/link/internal/loader/loader.go, addSym and checkLinkname, as golang/targets/linker_eras has it by version.
"""

from __future__ import annotations

import re

from golinkname_ls.catalog.std.symbols import Definition, Kind, split_symbol
from golinkname_ls.golang.targets.linker_eras import Merge
from golinkname_ls.linking.marks.linker_defined_symbols import STAMPED
from golinkname_ls.linking.marks.pull_verdicts import is_blocked, verdict_on
from golinkname_ls.linking.resolving.definitions_outside_std import OwnDefinition, Presence
from golinkname_ls.linking.resolving.outcomes import REFUSALS, LinkInProgram, Outcome, Problem
from golinkname_ls.linking.resolving.pulled_funcs import with_goroot_marks
from golinkname_ls.linking.resolving.var_merging import VarMerge, merge_var
from golinkname_ls.program.text_and_globl import DUPOK, definitions_of_package
from golinkname_ls.program.type_checking import own_var_type
from golinkname_ls.syntax.items.declarations import VarDeclaration

_DATA = "the initial value of {local} is data that the compiler writes"
_NO_DATA = "the initial value of {local} is no data that the compiler writes"
_BOTH = "both have initial data"
_LARGER = "{local} is larger than the code under that name"


def resolve_var(case: LinkInProgram, stub: VarDeclaration) -> Outcome:
    """Outcome of a link whose stub is a var."""
    std, path = case.std, case.path
    if not case.link.remote and not any(d.package != path for d in case.own) and std is None:
        return Outcome(needs_mention=False)
    answer = merge_var(case.link, stub, path, case.own, std, case.program)
    if answer.duplicate is not None:
        return _outcome(case, Problem.DUPLICATE, answer.duplicate, "" if answer.certain else _BOTH)
    if answer.content is not True and "." in case.symbol and _is_blocked(case):
        return _outcome(case, Problem.BLOCKED, std, "" if answer.content is False else _NO_DATA)
    if case.symbol in STAMPED and answer.wins and answer.text not in ("string", ""):
        return _outcome(case, Problem.STAMPED, std)
    if answer.wins and (std is None or std.kind is not Kind.ASSEMBLY):
        return _outcome(case, None, std)
    if std is not None:
        return _over_std(case, std, answer)
    if case.own:
        return _over_own(case, answer)
    if "." not in case.symbol or answer.content is not False or not case.program.complete:
        return _outcome(case, None)
    return _outcome(case, Problem.DETACHED, case.symbols.find(case.symbol))


def _outcome(
    case: LinkInProgram, problem: Problem | None, found: Definition | OwnDefinition | None = None, condition: str = ""
) -> Outcome:
    """The outcome of a var, which is part of its package's object file even if nobody mentions it."""
    condition = condition.format(local=case.link.local)
    return Outcome(problem, found, needs_mention=False, condition=condition)


def _is_blocked(case: LinkInProgram) -> bool:
    return is_blocked(case.symbols, case.symbol, case.program.linker_path(case.path))


def _over_std(case: LinkInProgram, std: Definition, answer: VarMerge) -> Outcome:
    if std.kind is Kind.ASSEMBLY and std.abi == "ABI0" and answer.content is not False:
        return _outcome(case, Problem.DUPLICATE, std, "" if answer.content else _DATA)
    if answer.grows and case.rules.unseen_when_grown and not _refers_elsewhere(std):
        return _outcome(case, None, std)
    fatal = case.rules.var_over_func and bool(std.marks) and std.abi != "ABI0"
    if std.kind is Kind.ASSEMBLY and std.abi == "ABIInternal" and not fatal and case.register_abi:
        return _outcome(case, None, std)  # They have no name in common: a var's ABI is 0.
    if case.register_abi and (std.kind is Kind.FUNC or (std.kind is Kind.ASSEMBLY and fatal)):
        return _over_func(case, std, fatal=fatal)
    if std.kind is Kind.FUNC and not case.rules.text_wins and "linkname" not in std.marks:
        return _outcome(case, Problem.DUPLICATE, std)
    if answer.content is True or answer.outdone or "." not in case.symbol:
        return _outcome(case, None, std)
    problem = REFUSALS.get(verdict_on(case.symbols, case.symbol, std, case.program.linker_path(case.path)))
    return _outcome(case, problem, std, "" if answer.content is False else _NO_DATA)


def _over_func(case: LinkInProgram, std: Definition, *, fatal: bool) -> Outcome:
    # Those of methods are marks that stubs for them make (reflect/badlinkname.go), not directives of their own.
    method = "." in split_symbol(case.symbol)[1]
    grows = bool(std.marks) and not fatal and case.rules.merge is not Merge.CONTENT
    condition = _LARGER.format(local=case.link.local) if grows else ""
    return Outcome(Problem.KIND, std, sure=fatal and not method, condition=condition)


def _refers_elsewhere(std: Definition) -> bool:
    """Whether a var's initial data names other packages, which the linker of 1.24 cannot number yet: it crashes."""
    declaration = std.entry.declaration if std.entry is not None else None
    return isinstance(declaration, VarDeclaration) and re.match(r"\w+\.\w+(\(|\Z)", declaration.value) is not None


def _over_own(case: LinkInProgram, answer: VarMerge) -> Outcome:
    own = case.own
    func = next((d for d in own if d.kind is Kind.FUNC), None)
    if func is not None and func.presence is Presence.DEFINED and all(d.kind is not Kind.VAR for d in own):
        one_abi = not case.register_abi
        if one_abi and not func.marked and (answer.content is not False or not case.rules.text_wins):
            certain = answer.content is True or not case.rules.text_wins
            return _outcome(case, Problem.DUPLICATE, func, "" if certain else _DATA)
        return Outcome(Problem.KIND, func, sure=case.rules.var_over_func and func.marked and not one_abi)
    text = next((d for d in own if d.kind is Kind.ASSEMBLY), None)
    if text is not None and (clash := _over_text(case, text, answer)) is not None:
        return clash
    return with_goroot_marks(_outcome(case, None, own[0]), case)


def _over_text(case: LinkInProgram, text: OwnDefinition, answer: VarMerge) -> Outcome | None:
    """The clash with a TEXT outside std, which is of ABI 0 as a var is; None where the linker joins the two."""
    prefix = case.program.prefix(text.package)
    known = definitions_of_package(text.folder, prefix, case.target).get(("TEXT", text.symbol, "ABI0"), ())
    if any(found.may_repeat for _, found in known):
        return None
    if not known and (text.presence is not Presence.DEFINED or _may_be_dupok(text)):
        return None
    if answer.content is not False:
        return _outcome(case, Problem.DUPLICATE, text, "" if answer.content else _DATA)
    if not known or case.rules.merge is not Merge.STRICT:
        return None
    size = own_var_type(case.program, case.path, case.link.local, case.link.stub_source or case.link.source).size
    jumps = known[0][1].jumps
    code = jumps.most_bytes(case.target.platform.goarch) if jumps is not None else None
    if size is not None and size <= (1 if code is None else code):
        return None  # golang.org/issue/73617; no code is smaller than one byte.
    return _outcome(case, Problem.DUPLICATE, text, "" if size is not None and code is not None else _LARGER)


# By a number, as runtime/textflag.h has it.
_NUMBERED = re.compile(rb"\(SB\)[ \t]*,[ \t]*(\d+)")


def _may_be_dupok(text: OwnDefinition) -> bool:
    """Whether a TEXT from a macro or header may have the flag DUPOK: a file of the package or a header mentions it."""
    package = text.folder
    texts = package.assembly_texts()
    return any(b"DUPOK" in part or any(int(n) & DUPOK for n in _NUMBERED.findall(part)) for part in texts)
