"""What the linker makes of one link in one program."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import Enum

from golinkname_ls.catalog.knowledge import called_unchecked
from golinkname_ls.catalog.symbols import Definition, Kind, split_symbol
from golinkname_ls.golang.target import Target
from golinkname_ls.linking.compiler_made import CLOSURES_UNTIL, closure_of, is_closure, made_by_compiler
from golinkname_ls.linking.definitions import OwnDefinition, Presence, own_definitions
from golinkname_ls.linking.in_goroot import INTRINSICS, pull_in_goroot
from golinkname_ls.linking.indexed import by_index, is_wrapper
from golinkname_ls.linking.instances import is_instance, never_made
from golinkname_ls.linking.linker_made import LINKER_MADE, STAMPED
from golinkname_ls.linking.mentioned import mentioned, uses_import
from golinkname_ls.linking.merge import merged
from golinkname_ls.linking.outgrown import outgrows
from golinkname_ls.linking.promoted import promotes
from golinkname_ls.linking.var_over_text import is_refused
from golinkname_ls.linking.verdict import Pull, blocked, era, verdict
from golinkname_ls.program.assembly_symbols import assembled
from golinkname_ls.program.links import Link
from golinkname_ls.program.program import Program
from golinkname_ls.program.program_types import own_var
from golinkname_ls.syntax.declaration import FuncDeclaration, VarDeclaration


class Problem(Enum):
    """What is wrong with a link."""

    FORBIDDEN = "forbidden"
    BLOCKED = "blocked"
    STD_ONLY = "std-only"
    UNDEFINED = "undefined"
    NOT_LINKED = "not linked in"
    DUPLICATE = "duplicate"
    ENDLESS = "endless calls"
    KIND = "kind"
    ABI = "abi"
    DETACHED = "detached"
    TYPE = "type"
    ASSEMBLY = "marked assembly"
    STAMPED = "set by the linker"


@dataclass(frozen=True, slots=True)
class Outcome:
    """The linker's answer: `problem` None for a link that holds.

    `sure` is False when other packages, unknown here, may answer differently. `needs_mention` says that the compiler
    emits the reference only where code mentions the local.
    """

    problem: Problem | None = None
    found: Definition | OwnDefinition | None = None
    sure: bool = True
    needs_mention: bool = True


_REASONS = {Pull.FORBIDDEN: Problem.FORBIDDEN, Pull.BLOCKED: Problem.BLOCKED, Pull.STD_ONLY: Problem.STD_ONLY}


# Up to then `"".name` meant the package's own name in object files (cmd/internal/obj/line.go and cmd/link/internal/loader).
_CANONICAL_SINCE = (1, 22)


def of_mark(link: Link) -> Outcome | None:
    """The answer to a mark on a func of GOROOT that has a body, whatever else is in the program; None for other links.

    The func defines its own symbol, and there the catalog's word does not count: most of std's directives are such marks.
    """
    is_body = isinstance(link.stub, FuncDeclaration) and link.stub.has_body
    return Outcome(needs_mention=False) if is_body and not link.remote else None


def symbol_of(link: Link, program: Program, path: str) -> str:
    """The link's remote; of the one-argument form the package's own symbol."""
    remote = link.remote
    if remote.startswith('"".') and (link.target.go.major, link.target.go.minor) < _CANONICAL_SINCE:
        return program.prefix(path) + remote[2:]
    return remote or f"{program.prefix(path)}.{link.local}"


def outcome(link: Link, program: Program, path: str) -> Outcome:
    """What the linker says of a link whose package has the import path `path`, in one program."""
    symbol, target = symbol_of(link, program, path), link.target
    stub = link.stub
    instance = is_instance(symbol, target)
    if isinstance(stub, FuncDeclaration) and stub.type_parameters:
        return Outcome()  # Only what is made of it has a symbol, under a name of its own.
    unseen = link.local in ("_", "init")  # The compiler's scope holds neither of these names.
    if unseen or stub is None or instance or (symbol in LINKER_MADE and isinstance(stub, VarDeclaration)):
        pulled = instance and isinstance(stub, FuncDeclaration) and not stub.has_body
        return Outcome(Problem.UNDEFINED) if pulled and never_made(symbol, program) else Outcome()
    if program.in_goroot and f"{path}.{link.local}" in INTRINSICS:
        return Outcome()
    found = own_definitions(program, symbol, target)
    own = [d for d in found if (d.source, d.declaration) != (link.stub_source, stub) or d.kind is Kind.ASSEMBLY]
    std = _std(program, symbol)
    if isinstance(stub, VarDeclaration):
        return _var(link, stub, symbol, own, std, program, path)
    if stub.has_body:
        return _push(link, own, std, program, path)
    return _pull(link, symbol, own, std, program, path)


def _std(program: Program, symbol: str) -> Definition | None:
    found = program.symbols.find(symbol) if not program.in_goroot else None
    return found if found is not None and program.links_std(found.linked_with) else None


def _pull(
    link: Link, symbol: str, own: list[OwnDefinition], std: Definition | None, program: Program, path: str
) -> Outcome:
    symbols = program.symbols
    builtin = symbol in symbols.catalog.builtins
    if blocked(symbols, symbol, program.linker_path(path)) and not (link.directive.verb == "linknamestd" and builtin):
        return Outcome(Problem.BLOCKED, std)
    beside = (
        std is not None and std.kind is not Kind.VAR and symbols.register_abi and all(d.kind is Kind.VAR for d in own)
    )
    if split_symbol(symbol)[0] != program.prefix(path) and _own_assembly(program, path, symbol, link.target):
        return Outcome()
    if own and not beside:
        answer = _own_pull(own, symbols.register_abi, link.target, path)
        return answer if answer.problem is not None else _own_marks(answer, own, program, path)
    if std is None:
        return _absent(link, symbol, program, path)
    if std.kind is Kind.VAR or std.kind is Kind.ASSEMBLY_DATA:
        return Outcome(Problem.KIND, std) if symbols.register_abi else _judged(link, symbol, std, program, path)
    if std.kind is Kind.ASSEMBLY and std.abi == "ABI0" and symbols.register_abi and std.entry is None:
        return Outcome(Problem.ABI, std)
    return _judged(link, symbol, std, program, path)


def _judged(link: Link, symbol: str, std: Definition, program: Program, path: str) -> Outcome:
    if link.directive.verb == "linknamestd" and symbol in program.symbols.catalog.builtins:
        return Outcome(found=std)
    problem = _REASONS.get(verdict(program.symbols, symbol, std, program.linker_path(path)))
    if problem is not None and by_index(link, program, path, symbol, std.entry.declaration if std.entry else None):
        problem = None
    return Outcome(problem, std)


def _own_assembly(program: Program, path: str, symbol: str, target: Target) -> bool:
    """Whether the package's own assembly has the symbol, of whatever package: the compiler then knows of it."""
    package = program.closure.packages[path]
    return package.has_assembly and ("TEXT", symbol) in assembled(package, program.prefix(path), target)


def _own_pull(own: list[OwnDefinition], register_abi: bool, target: Target, path: str) -> Outcome:
    best = next((d for d in own if d.kind is not Kind.VAR), own[0])
    if best.presence is Presence.IMPORTED:
        return Outcome(Problem.ABI if register_abi else None, best)
    if register_abi and all(d.kind in (Kind.VAR, Kind.ASSEMBLY_DATA) for d in own):
        return Outcome(Problem.KIND, best)
    if best.presence is Presence.UNKNOWN:
        gone = best.package != path and (target.go.major, target.go.minor) > CLOSURES_UNTIL and is_closure(best.symbol)
        return Outcome(Problem.UNDEFINED if gone else None, None if gone else best)
    if best.kind is Kind.ASSEMBLY:
        packaged = register_abi and bool(split_symbol(best.symbol)[0]) and best.abi == "ABI0"
        if packaged and best.declaration is None and best.package != path:
            return Outcome(Problem.ABI, best)
        loose = register_abi and not packaged and best.abi == "ABI0"
        if loose and best.declaration is None and best.package != path:
            return Outcome(Problem.ABI, best)  # No stub there has the compiler write the other entry.
        # A stub of the assembly's own package marks it, too.
        marked = best.marked and best.abi == "ABI0"
        if (marked or (packaged and best.package == path)) and not era(target.go).marked_assembly:
            return Outcome(Problem.ASSEMBLY, best)
    return Outcome(found=best)


def _own_marks(answer: Outcome, own: list[OwnDefinition], program: Program, path: str) -> Outcome:
    """The answer with what the linker says of the mark, which it asks for in GOROOT alone."""
    return replace(answer, problem=_REASONS.get(pull_in_goroot(own, program, path))) if program.in_goroot else answer


def _absent(link: Link, symbol: str, program: Program, path: str) -> Outcome:
    """Nothing that is known to be in the program defines the symbol."""
    elsewhere = program.symbols.find(symbol)
    prefix = split_symbol(symbol)[0]
    known = not prefix or prefix in program.prefixes or program.symbols.has_package(prefix)
    if program.in_goroot and prefix not in program.prefixes:
        return Outcome(sure=False)  # Whoever links this in may link in that, too.
    if program.closure.missing and elsewhere is not None:
        # A package that is not at hand may link it in.
        return _judged(link, symbol, elsewhere, program, path)
    if _has_longer_name(program, symbol) or _compares(program, symbol):
        return Outcome()
    if not known and (program.closure.missing or (program.open and _of_others(prefix))):
        return Outcome(sure=False)
    if elsewhere is not None:
        return Outcome(Problem.NOT_LINKED, elsewhere, sure=program.complete)
    outer = closure_of(symbol)
    made = made_by_compiler(symbol) and (not outer or program.symbols.declared(outer) is not None)
    if made and program.symbols.has_package(prefix) and not era(program.symbols.target.go).marks:
        return Outcome()  # Closures and the like of std may be there; later linkers refuse them in any case.
    if not era(program.symbols.target.go).marks and _std_promotes(program, symbol):
        return Outcome()
    # What a package leaves open under its own name may come from one that is not known here.
    own = program.prefixes.get(prefix) == path
    sure = program.complete or (known and not own and not program.closure.missing)
    return Outcome(Problem.UNDEFINED if known else Problem.NOT_LINKED, sure=sure)


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
    """Whether the package is one that no catalog and no import names: a program's main, or one of the toolchain's own."""
    return prefix == "main" or prefix.startswith("cmd/")


def _push(link: Link, own: list[OwnDefinition], std: Definition | None, program: Program, path: str) -> Outcome:
    symbol = symbol_of(link, program, path)
    others = [d for d in own if d.kind is Kind.FUNC and d.presence is Presence.DEFINED]
    declared = others[0].declaration if others else (std.entry.declaration if std is not None and std.entry else None)
    if is_wrapper(symbol, declared):
        return Outcome(needs_mention=False)
    answer = _joined(link, others, own, std, program, path)
    # By index it is no definition of the name; to find that out takes much more than the rest.
    indexed = answer.problem is not None and by_index(link, program, path, symbol, declared)
    return Outcome(needs_mention=False) if indexed else answer


def _joined(
    link: Link,
    others: list[OwnDefinition],
    own: list[OwnDefinition],
    std: Definition | None,
    program: Program,
    path: str,
) -> Outcome:
    """What becomes of a body that is given the name of other definitions."""
    register_abi, symbol = program.symbols.register_abi, symbol_of(link, program, path)
    if others:
        return Outcome(Problem.DUPLICATE, others[0], needs_mention=False) if link.remote else Outcome()
    if std is not None and std.kind is Kind.FUNC:
        return Outcome(Problem.DUPLICATE, std, needs_mention=False)
    under = next((d for d in own if d.kind is Kind.VAR), None)
    if under is not None and link.remote and register_abi and era(link.target.go).var_over_func:
        return Outcome(Problem.KIND, under, needs_mention=not _is_mentioned(under, program))
    if std is not None and std.kind is Kind.VAR and register_abi and era(link.target.go).var_over_func:
        return Outcome(Problem.KIND, std, needs_mention=False)
    if std is not None and std.kind is Kind.ASSEMBLY and std.abi == "ABIInternal" and register_abi:
        return Outcome(Problem.DUPLICATE, std, needs_mention=False)
    if std is not None and std.kind is Kind.ASSEMBLY and std.entry is not None and std.abi == "ABI0":
        # Between the entries of both ABIs the linker's stack check then goes in circles, unless the body has a check.
        replaced = not register_abi or era(link.target.go).text_over_wrapper
        endless = not replaced and called_unchecked(symbol, link.target.go) and _is_unchecked(link)
        return Outcome(Problem.ENDLESS if endless else None, std, needs_mention=False)
    return Outcome(needs_mention=False)


def _is_mentioned(var: OwnDefinition, program: Program) -> bool:
    """Whether code of the program mentions a var of one of its packages."""
    if var.source is None or var.declaration is None:
        return True
    name, target = var.declaration.name, program.symbols.target
    packages = program.closure.packages.values()
    here = mentioned(var.folder, target, var.source, name)
    return here or (name[:1].isupper() and any(uses_import(p, target, var.package, name) for p in packages))


def _var(
    link: Link,
    stub: VarDeclaration,
    symbol: str,
    own: list[OwnDefinition],
    std: Definition | None,
    program: Program,
    path: str,
) -> Outcome:
    if not link.remote and not any(d.package != path for d in own) and std is None:
        return Outcome(needs_mention=False)
    answer = merged(link, stub, path, own, std, program)
    if answer.duplicate is not None:
        return Outcome(Problem.DUPLICATE, answer.duplicate, needs_mention=False)
    if not answer.has_content and "." in symbol and blocked(program.symbols, symbol, program.linker_path(path)):
        return Outcome(Problem.BLOCKED, std, needs_mention=False)
    if symbol in STAMPED and answer.wins and answer.text not in ("string", ""):
        return Outcome(Problem.STAMPED, std, needs_mention=False)
    if answer.untyped is not None:
        return Outcome(Problem.TYPE, answer.untyped, needs_mention=False)
    if answer.wins and (std is None or std.kind is not Kind.ASSEMBLY):
        return Outcome(found=std, needs_mention=False)
    if std is not None and std.kind is Kind.ASSEMBLY and std.abi == "ABI0" and answer.has_content:
        return Outcome(Problem.DUPLICATE, std, needs_mention=False)
    if std is not None and answer.grows and era(link.target.go).unseen_when_grown and not _refers_elsewhere(std):
        return Outcome(found=std, needs_mention=False)
    if std is not None:
        fatal = era(link.target.go).var_over_func and bool(std.marks) and std.abi != "ABI0"
        if std.kind is Kind.ASSEMBLY and std.abi == "ABIInternal" and not fatal and program.symbols.register_abi:
            return Outcome(found=std, needs_mention=False)  # They have no name in common: a var's ABI is 0.
        if program.symbols.register_abi and (std.kind is Kind.FUNC or (std.kind is Kind.ASSEMBLY and fatal)):
            # Those of methods are marks that stubs for them make (reflect/badlinkname.go), not directives of their own.
            method = "." in split_symbol(symbol)[1]
            sure = not method and (fatal or outgrows(link, stub, path, std, program))
            return Outcome(Problem.KIND, std, sure=sure)
        if std.kind is Kind.FUNC and not era(link.target.go).text_wins and "linkname" not in std.marks:
            return Outcome(Problem.DUPLICATE, std, needs_mention=False)
        if answer.has_content or answer.outdone or "." not in symbol:
            return Outcome(found=std, needs_mention=False)
        problem = _REASONS.get(verdict(program.symbols, symbol, std, program.linker_path(path)))
        return Outcome(problem, std, needs_mention=False)
    if own:
        func = next((d for d in own if d.kind is Kind.FUNC), None)
        if func is not None and func.presence is Presence.DEFINED and all(d.kind is not Kind.VAR for d in own):
            rules, one_abi = era(link.target.go), not program.symbols.register_abi
            if one_abi and not func.marked and (answer.has_content or not rules.text_wins):
                return Outcome(Problem.DUPLICATE, func, needs_mention=False)
            return Outcome(Problem.KIND, func, sure=rules.var_over_func and func.marked and not one_abi)
        text = next((d for d in own if d.kind is Kind.ASSEMBLY), None)
        size = own_var(program, path, stub.name, link.stub_source or link.source).size if text is not None else None
        if text is not None and is_refused(text, size, program, content=answer.has_content):
            return Outcome(Problem.DUPLICATE, text, needs_mention=False)
        return _own_marks(Outcome(found=own[0], needs_mention=False), own, program, path)
    if "." not in symbol or answer.has_content or not program.complete:
        return Outcome(needs_mention=False)
    return Outcome(Problem.DETACHED, program.symbols.find(symbol), needs_mention=False)


# What makes a call, or may: to a func, a conversion, a panic, a check of bounds, a copy of a string.
_CALLING = re.compile(r"[(\[+/%]|<-")


def _is_unchecked(link: Link) -> bool:
    """Whether a body certainly runs without a look at the stack (cmd/internal/obj/x86/obj6.go: a small leaf, or a pragma)."""
    stub, source = link.stub, link.stub_source or link.source
    if not isinstance(stub, FuncDeclaration) or stub.body_span is None:
        return False
    body = source.data[stub.body_span.start : stub.body_span.end].decode("utf-8", "replace")
    return "go:nosplit" in stub.pragmas or _CALLING.search(re.sub(r"//[^\n]*|/\*.*?\*/", "", body)) is None


def _refers_elsewhere(std: Definition) -> bool:
    """Whether a var's initial data names other packages, which the linker of 1.24 has no numbers for yet: it crashes."""
    declaration = std.entry.declaration if std.entry is not None else None
    return isinstance(declaration, VarDeclaration) and re.match(r"\w+\.\w+(\(|\Z)", declaration.value) is not None


def is_func(link: Link) -> bool:
    """Whether the link's local is a func."""
    return isinstance(link.stub, FuncDeclaration)
