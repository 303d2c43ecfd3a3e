"""An assembly file mentions what it may not.

## What it does
Reads the package's `.s` files and looks at every symbol they mention: those of std whether or not their code is ever reached, and those of the program's own packages, of no package or of the file alone that nothing defines.

## Why it is bad
The linker stops with `PKG: invalid reference to SYMBOL`, or, when reachable assembly calls a Go func that has no ABI0 entry, with `relocation target SYMBOL not defined for ABI0`, or that nothing defines, with `relocation target SYMBOL not defined`.

## Example
    TEXT ·f(SB),4,$0-8
        MOVQ runtime·allglen(SB), AX

## Use instead
    // Pull the symbol in Go and call the Go func from assembly, if it may be pulled at all.

## Go versions
References are checked since 1.23; since 1.27 unmarked assembly symbols are refused too. The missing ABI0 entry: all versions.
Up to 1.21 the linker also crashes on the package's own assembly that no func is declared for in Go.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from golinkname_ls.catalog.std.symbols import Definition, Kind, split_symbol
from golinkname_ls.compiler.checker_and_scope import CodeContext
from golinkname_ls.compiler.live.mentions_of_name import Liveness
from golinkname_ls.compiler.live.package_mentions import is_mentioned
from golinkname_ls.golang.assembly.macros import macros
from golinkname_ls.golang.assembly.symbols import STATIC, Mention, active, assembly_mentions, own_texts
from golinkname_ls.golang.targets.linker_eras import CALLS_UNSEEN, era
from golinkname_ls.golang.targets.target import Target
from golinkname_ls.linking.resolving.assembly_refusals import AssemblyRefusal, assembly_refusal
from golinkname_ls.linking.resolving.definitions_outside_std import OwnDefinition
from golinkname_ls.program.package_assembly_symbols import read_assembly
from golinkname_ls.program.program import Program
from golinkname_ls.rules.core.finding import Severity, Stage
from golinkname_ls.rules.core.item_place import Anchor
from golinkname_ls.rules.core.rule import Rule, Violation
from golinkname_ls.rules.core.unit import Unit
from golinkname_ls.rules.core.upstream_summary import summary
from golinkname_ls.rules.fixes.mark_for_assembly import mark_definition
from golinkname_ls.syntax.files.editable_assembly_text import AssemblyFile
from golinkname_ls.syntax.items.declarations import FuncDeclaration
from golinkname_ls.text.span import Span

RULE = Rule("LN207", "forbidden-assembly-reference", Stage.LINK, "An assembly file mentions what it may not")

_REASONS = {
    AssemblyRefusal.BLOCKED: "invalid reference to {symbol}: Go {go} blocks the name",
    AssemblyRefusal.UNMARKED: "invalid reference to {symbol}: nothing marks it, so Go {go} lets only its own package refer to it",
    AssemblyRefusal.NO_ABI0: "relocation target {symbol} not defined for ABI0 (but is defined for ABIInternal): nothing marks it",
    AssemblyRefusal.UNDEFINED: "relocation target {symbol} not defined: neither Go nor assembly of its package has it",
    AssemblyRefusal.NOWHERE: "relocation target {symbol} not defined: nothing in the program has it",
    AssemblyRefusal.STATIC: "relocation target {symbol} not defined: the file does not define it",
}


_STATIC = re.compile(r"\b(?:TEXT|GLOBL)\s+·?(\w+)<>")


def _read(data: bytes, headers: bytes, names: frozenset[str]) -> tuple[str, tuple[Mention, ...]]:
    """The text, and what it mentions: symbols of the package itself with its prefix left out."""
    text = data.decode("utf-8", "surrogateescape")
    shown = active(text, names)
    table = macros(active(headers.decode("utf-8", "replace"), names) + "\n" + shown)
    return text, tuple(assembly_mentions(shown, "", table, all_names=True))


def check_assembly(unit: Unit, file: AssemblyFile) -> Iterator[Violation]:
    """Report the mentions that the linker refuses in one `.s` file of the unit's package."""
    prefix = unit.program.prefix(unit.path)
    text, mentions = _mentions(unit, file.path.name, prefix)
    for mention in mentions:
        static = mention.symbol.endswith(STATIC)
        found, why = (None, _static(unit, mention, file)) if static else _refusal(unit, mention.symbol)
        if why is None:
            continue
        message = _REASONS[why].format(symbol=mention.symbol.removesuffix(STATIC), go=unit.target.go)
        severity = Severity.ERROR
        if why not in (AssemblyRefusal.BLOCKED, AssemblyRefusal.UNMARKED):
            seen = unit.target.platform.goarch not in CALLS_UNSEEN and _is_reached(unit, mention.text, prefix)
            severity = Severity.ERROR if seen else Severity.WARNING
        elif not unit.checklinkname:
            severity = Severity.INFORMATION
            message += "; the build depends on -ldflags=-checklinkname=0, which lifts it"
        span = _span(text, mention.start, mention.end)
        kind = summary(found) if found is not None and found.kind is not Kind.ASSEMBLY_DATA else None
        fixes = mark_definition(unit, found) if why is AssemblyRefusal.NO_ABI0 else ()
        yield Violation(RULE, Anchor(file, span), message, severity, upstream=kind, fixes=fixes)

    yield from _undeclared(unit, file, text, prefix)


def _undeclared(unit: Unit, file: AssemblyFile, text: str, prefix: str) -> Iterator[Violation]:
    """Texts without a func in Go that is declared for them: the compiler writes no map of their arguments."""
    if era(unit.target.go).marked_assembly:
        return
    for start, end, name in read_assembly(unit.package, file.path.name, unit.target, _texts):
        declared = unit.package.declared(name.removesuffix(STATIC), unit.target, unit.source)
        if any(isinstance(d, FuncDeclaration) for _, d in declared) or not _is_reached(
            unit, f"{prefix}.{name}", prefix
        ):
            continue
        symbol = f"{prefix}.{name.removesuffix(STATIC)}"
        message = (
            f"bad carrier sym for symbol {symbol}.args_stackmap: the assembler refers to it, and no func is declared "
            f"in Go for the compiler to write it (up to Go 1.21)"
        )
        yield Violation(RULE, Anchor(file, _span(text, start, end)), message, Severity.ERROR)


def _span(text: str, start: int, end: int) -> Span:
    first = len(text[:start].encode("utf-8", "surrogateescape"))
    return Span(first, first + len(text[start:end].encode("utf-8", "surrogateescape")))


def _refusal(unit: Unit, symbol: str) -> tuple[Definition | OwnDefinition | None, AssemblyRefusal | None]:
    """What the linker says in the package's own program, or in one of the module's that has the package."""
    answer = assembly_refusal(symbol, unit.program, unit.path)
    if answer[1] is not None or not unit.program.open:
        return answer
    others = (assembly_refusal(symbol, program, unit.path) for program in unit.mains)
    return next((other for other in others if other[1] is not None), answer)


def _static(unit: Unit, mention: Mention, file: AssemblyFile) -> AssemblyRefusal | None:
    """Why a mention of what only the file knows leads nowhere, as far as it is written out."""
    if split_symbol(mention.symbol)[0] not in ("", unit.program.prefix(unit.path)):
        return None  # Some builtins are found so (`runtime·morestack<>`).
    word = mention.symbol.removesuffix(STATIC).rpartition(".")[2]
    defined = read_assembly(unit.package, file.path.name, unit.target, _statics)
    return None if defined is None or word in defined else AssemblyRefusal.STATIC


def _texts(data: bytes, _headers: bytes, names: frozenset[str]) -> tuple[tuple[int, int, str], ...]:
    return own_texts(active(data.decode("utf-8", "surrogateescape"), names))


def _statics(data: bytes, headers: bytes, _names: frozenset[str]) -> frozenset[str] | None:
    """The names that a file defines for itself; None where macros may define more."""
    text = (headers + b"\n" + data).decode("utf-8", "replace")
    return None if macros(text) else frozenset(_STATIC.findall(text))


def _is_reached(unit: Unit, text: str, prefix: str) -> bool:
    """Whether Go code mentions a TEXT of the package's assembly, or one that leads to it."""
    assembly = [_mentions(unit, path.name, prefix)[1] for path, _ in unit.package.assembly(unit.target)]
    seen, waiting = set[str](), [text]
    while waiting:
        symbol = waiting.pop()
        if symbol in seen:
            continue
        seen.add(symbol)
        waiting.extend(m.text for mentions in assembly for m in mentions if m.symbol == symbol)
        local = symbol.removeprefix(prefix + ".")
        if local != symbol and (unit.reached(local) or unit.mentioned_elsewhere(local)):
            return True
        if any(_is_pulled(program, symbol, unit.target) for program in (unit.program, *unit.mains)):
            return True
    return False


def _is_pulled(program: Program, symbol: str, target: Target) -> bool:
    """Whether code of a package refers to a func to which a directive there gives the symbol's name."""
    for path, local in program.renamed(symbol):
        like = program.closure.packages[path].any_member(target)
        if like is not None and is_mentioned(CodeContext.of(program, path, like), local, Liveness.REACHED):
            return True
    return False


def _mentions(unit: Unit, name: str, prefix: str) -> tuple[str, tuple[Mention, ...]]:
    """The text of an assembly file of the package, and the symbols it mentions."""
    text, found = read_assembly(unit.package, name, unit.target, _read)
    return text, tuple(mention.of_package(prefix) for mention in found)
