"""References from assembly to symbols of other packages, and why the linker refuses them.

    CALL runtime·schedinit(SB)   → unmarked: since 1.27 assembly needs marks, too
    CALL runtime·newproc1(SB)    → no ABI0 entry: the compiler writes one for the package's own assembly, or for a mark
    CALL runtime·nosuch(SB)      → undefined

Source: cmd/link/internal/loader, checkLinkname.

std's own assembly is not exempt: loadObjRefs asks for each reference of every object (1.23.9:2292 by the flag that
cmd/internal/obj/objfile.go:355 gives to all of an assembly file; 1.27.3:2372 by FromAssembly).
"""

from __future__ import annotations

import re
from enum import Enum

from golinkname_ls.catalog.std.symbols import Definition, Kind, TargetSymbols, split_symbol
from golinkname_ls.compiler.generated_names.generated_symbols import is_generated
from golinkname_ls.golang.packages.import_graph import imports_of
from golinkname_ls.golang.packages.package_folder import PackageFolder
from golinkname_ls.golang.targets.linker_eras import era
from golinkname_ls.linking.marks.linker_defined_symbols import LINKER_MADE
from golinkname_ls.linking.marks.pull_verdicts import is_blocked
from golinkname_ls.linking.resolving.definitions_outside_std import OwnDefinition, Presence, own_definitions
from golinkname_ls.linking.resolving.pulls_within_goroot import marked_in_goroot
from golinkname_ls.program.package_directives import directives_of
from golinkname_ls.program.program import Program


class AssemblyRefusal(Enum):
    """Reason why the linker refuses a symbol that assembly refers to."""

    BLOCKED = "blocked"
    UNMARKED = "unmarked"
    NO_ABI0 = "no ABI0 entry"
    UNDEFINED = "undefined"
    NOWHERE = "undefined, of no package"
    STATIC = "undefined, of its file alone"


def assembly_refusal(
    symbol: str, program: Program, path: str
) -> tuple[Definition | OwnDefinition | None, AssemblyRefusal | None]:
    """Definition that a mention in assembly of the package `path` resolves to, and why the linker refuses it.

    (None, None) where neither is known.
    """
    symbols, linker_path = program.symbols, program.linker_path(path)
    if "." not in symbol:
        nowhere = not program.in_goroot and _is_nowhere(symbol, program) and not _may_be_in_std(symbol, program)
        return None, AssemblyRefusal.NOWHERE if nowhere else None
    if program.in_goroot:
        return _in_goroot(symbol, program, linker_path)
    if is_blocked(symbols, symbol, linker_path) and not _by_number(symbol, symbols):
        return symbols.find(symbol), AssemblyRefusal.BLOCKED
    if split_symbol(symbol)[0] in program.prefixes:
        return _own(symbol, program, path)
    found = symbols.find(symbol)
    if found is None or not program.links_std(found.linked_with):
        return None, AssemblyRefusal.UNDEFINED if _is_nowhere(symbol, program) else None
    pulled = _is_pulled(symbol, program, path)
    if pulled and found.kind is Kind.ASSEMBLY and found.abi == "ABIInternal" and symbols.register_abi:
        return found, None  # What is mentioned is the entry that the package's own compiler writes for the stub.
    return found, _std(symbol, found, program, linker_path, pulled=pulled and found.kind is Kind.FUNC)


def _is_pulled(symbol: str, program: Program, path: str) -> bool:
    """Whether a directive of the package names the symbol, so that the compiler writes its ABI0 entry."""
    return symbol in directives_of(program.closure.packages[path], program.symbols.target).values()


def _in_goroot(symbol: str, program: Program, path: str) -> tuple[OwnDefinition | None, AssemblyRefusal | None]:
    symbols, prefix = program.symbols, split_symbol(symbol)[0]
    if prefix == path:
        return None, None  # Within one package a mark is never asked for.
    if is_blocked(symbols, symbol, path) and not _by_number(symbol, symbols):
        return None, AssemblyRefusal.BLOCKED
    own = own_definitions(program, symbol, symbols.target)
    if not own and prefix in program.prefixes and symbol not in LINKER_MADE and _lacks(symbol, program):
        return None, AssemblyRefusal.UNDEFINED
    if not own or own[0].presence is not Presence.DEFINED or any(d.package == path for d in own):
        return None, None
    found = own[0]
    if found.kind is Kind.ASSEMBLY and found.abi != "ABI0":
        return found, None
    # A mark by linknamestd does, too: the assembler is told -std (cmd/go/internal/work/gc.go, 1.27.3:342).
    if marked_in_goroot(found, program):
        return found, None
    definition = Definition(found.symbol, found.kind, found.package, None, frozenset(), found.abi)
    if found.kind is Kind.FUNC and symbols.register_abi and _called_by_own_assembly(symbol, found, program):
        return found, AssemblyRefusal.UNMARKED if era(symbols.target.go).assembly else None
    return found, _std(symbol, definition, program, path)


def _own(symbol: str, program: Program, path: str) -> tuple[OwnDefinition | None, AssemblyRefusal | None]:
    found = next(iter(own_definitions(program, symbol, program.symbols.target)), None)
    if found is None and program.complete and _lacks(symbol, program):
        return None, AssemblyRefusal.UNDEFINED
    if found is None or found.kind is not Kind.FUNC or found.presence is not Presence.DEFINED:
        return found, None
    if found.marked or not program.symbols.register_abi or _called_by_own_assembly(symbol, found, program):
        return found, None
    if _is_pulled(symbol, program, path):
        return found, None
    return found, AssemblyRefusal.NO_ABI0


# What the compiler and the linker make up stands behind these (cmd/internal/objabi, cmd/link/internal/ld/symtab.go).
_NO_PACKAGES = frozenset({"gcargs", "gclocals", "gofile", "runtime.gcbits"})


# cmd/internal/obj/plist.go and textflag.h: the assembler and its macros have these from nowhere.
_OF_ASSEMBLER = re.compile(r"\w+_stackmap")
# Their libraries have symbols without packages, which std takes from there (`libc_open`).
_WITH_LIBRARIES = frozenset({"aix", "darwin", "dragonfly", "freebsd", "illumos", "ios", "netbsd", "openbsd", "solaris"})


def _may_be_in_std(symbol: str, program: Program) -> bool:
    """Whether a symbol without a package may come from std, or from the toolchain."""
    symbols = program.symbols
    found = symbols.find(symbol)
    linked = found is not None and program.links_std(found.linked_with)
    elsewhere = symbols.target.platform.goos in _WITH_LIBRARIES or _OF_ASSEMBLER.fullmatch(symbol) is not None
    return linked or elsewhere


def _is_nowhere(symbol: str, program: Program) -> bool:
    """Whether certainly no package defines the symbol, whose prefix is that of no package outside std."""
    if not program.complete or symbol in LINKER_MADE or is_generated(symbol):
        return False
    prefix, dotted = split_symbol(symbol)[0], era(program.symbols.target.go).dotted
    if prefix in _NO_PACKAGES or (dotted and prefix == "type"):
        return False
    if own_definitions(program, symbol, program.symbols.target):
        return False
    return all(_is_without_c(package, program) for package in program.closure.packages.values())


def _is_without_c(package: PackageFolder, program: Program) -> bool:
    target = program.symbols.target
    return "C" not in imports_of(package, target) and all(n.endswith(".s") for n in package.foreign(target))


def _lacks(symbol: str, program: Program) -> bool:
    """Whether the symbol's package certainly lacks it: neither the compiler generates it nor C defines it."""
    prefix, name = split_symbol(symbol)
    made = "." in name and (is_generated(symbol) or name.startswith("("))
    return not made and _is_without_c(program.closure.packages[program.prefixes[prefix]], program)


def _called_by_own_assembly(symbol: str, found: OwnDefinition, program: Program) -> bool:
    bare = split_symbol(symbol)[1].encode("utf-8", "surrogateescape")
    return any("·".encode() + bare + b"(SB)" in data for _, data in found.folder.assembly(program.symbols.target))


def _by_number(symbol: str, symbols: TargetSymbols) -> bool:
    """Whether the assembler refers to a builtin by its number, so that no name is asked for.

    cmd/internal/obj/sym.go, 1.27.3:348; the ABIs are one where there are no wrappers
    (cmd/internal/goobj/builtin.go:32).
    """
    catalog = symbols.catalog
    return symbol in catalog.builtins_of_assembly or (not symbols.register_abi and symbol in catalog.builtins)


def _std(
    symbol: str, found: Definition, program: Program, path: str, *, pulled: bool = False
) -> AssemblyRefusal | None:
    symbols, rules = program.symbols, era(program.symbols.target.go)
    if _by_number(symbol, symbols):
        return None
    marked = "linkname" in found.marks
    internal = found.kind is Kind.FUNC or (found.kind is Kind.ASSEMBLY and found.abi == "ABIInternal")
    if internal and symbols.register_abi and (pulled or "linknamestd" in found.marks):
        # A directive of either side makes the compiler write an ABI0 entry; the mention is then one by linkname.
        return AssemblyRefusal.UNMARKED if rules.marks and not marked else None
    if internal and symbols.register_abi and not marked:
        # Only its own package's assembly, or a mark, makes the compiler write an ABI0 entry.
        if not symbols.has_assembly_wrapper(symbol):
            return AssemblyRefusal.NO_ABI0
        return AssemblyRefusal.UNMARKED if rules.assembly else None
    if not rules.marks or marked:
        return None
    if found.kind in (Kind.VAR, Kind.FUNC):
        return AssemblyRefusal.UNMARKED
    if not rules.assembly or not symbols.register_abi:
        return None
    if found.abi == "ABI0" and ("." not in symbol or symbol.startswith(path)):
        return None
    return AssemblyRefusal.UNMARKED
