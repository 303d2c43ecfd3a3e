"""Two declarations of the package make the same symbol.

## What it does
Finds two vars of one package with the same symbol, a directive on a generic func with a body, a body that takes the name of another func of the package, a func that has both a Go body and a TEXT in assembly, and a method whose body is assembly.

## Why it is bad
The compiler stops with `symbol NAME redeclared`, or crashes with an internal error.

## Example
    //go:linkname a runtime.zerobase
    var a uintptr
    //go:linkname b runtime.zerobase
    var b uintptr

## Use instead
    //go:linkname a runtime.zerobase
    var a uintptr

## Go versions
All versions; 1.19 accepts a directive on a generic func, later ones as long as nothing instantiates it.
"""

from __future__ import annotations

import functools
from collections.abc import Iterator

from golinkname_ls.catalog.std.symbols import split_symbol
from golinkname_ls.golang.targets.version import GoVersion
from golinkname_ls.program.package_assembly_symbols import assembly_symbols_of
from golinkname_ls.program.package_directives import directives_of, named_twice
from golinkname_ls.rules.core.finding import Severity, Stage
from golinkname_ls.rules.core.item_place import at_directive, at_name
from golinkname_ls.rules.core.rule import Rule, Violation
from golinkname_ls.rules.core.unit import Unit, knows_verb
from golinkname_ls.rules.fixes.push_removal import drop_directive, undo_push
from golinkname_ls.syntax.files.source_file import SourceFile
from golinkname_ls.syntax.items.declarations import Declaration, FuncDeclaration, VarDeclaration
from golinkname_ls.syntax.items.directives import Directive

RULE = Rule("LN109", "redeclared-symbol", Stage.COMPILE, "Two declarations of the package make the same symbol")


_GENERIC_REFUSED_SINCE = GoVersion(1, 20)


def check_file(unit: Unit) -> Iterator[Violation]:
    """Report the later var of a pair, generic locals, and bodies over what the package has already."""
    first, var_symbols = _first_var_directives(unit), functools.cache(lambda: _var_symbols(unit))
    for link in unit.links:
        stub, at, remote, local = link.stub, at_directive(link), link.remote, link.local
        if isinstance(stub, VarDeclaration) and remote:
            if first.get(remote, (link.source, link.directive)) != (link.source, link.directive) or _is_own_symbol(
                unit, remote, local
            ):
                yield Violation(RULE, at, f"symbol {remote} redeclared", link=link, fixes=drop_directive(link))
        elif isinstance(stub, FuncDeclaration) and not stub.has_body:
            if remote and _is_own_assembly(unit, remote, local):
                message = f"symbol {remote} redeclared: this package declares its assembly under its own name"
                yield Violation(RULE, at, message, link=link)
        elif isinstance(stub, FuncDeclaration):
            if stub.type_parameters and unit.target.go >= _GENERIC_REFUSED_SINCE:
                message = f"symbol {remote or local} redeclared: a generic func cannot carry a directive"
                made = unit.mentioned(local) or unit.mentioned_elsewhere(local)
                severity = Severity.ERROR if made else Severity.WARNING
                message += "" if made else ", once something instantiates it"
                yield Violation(RULE, at, message, severity, link, fixes=drop_directive(link))
            elif remote and _is_text(unit, remote):
                yield Violation(RULE, at, f"{local} defined in both Go and assembly", link=link)
            elif remote and (
                _is_own_symbol(unit, remote, local, func=True) or var_symbols().get(remote, set()) - {local}
            ):
                message = f"symbol {remote} redeclared: this package has another body of that name, or a var"
                yield Violation(RULE, at, message, link=link, fixes=undo_push(unit, link))
    yield from _over_assembly(unit)


def _first_var_directives(unit: Unit) -> dict[str, tuple[SourceFile, Directive]]:
    """The package's first directive on a var for each remote that a var of the file has."""
    asked = {k.remote for k in unit.links if isinstance(k.stub, VarDeclaration) and k.remote}
    asked &= named_twice(unit.package, unit.target, unit.source)
    first: dict[str, tuple[SourceFile, Directive]] = {}
    for source in unit.package.selected(unit.target, unit.source, unit.package.directed()) if asked else ():
        for directive in source.outline.directives:
            remote = directive.remote if directive.well_formed else ""
            if remote not in asked or remote in first or not knows_verb(unit.target, directive.verb):
                continue
            declared = unit.package.declared(directive.local, unit.target, source)
            if any(isinstance(d, VarDeclaration) for _, d in declared):
                first[remote] = source, directive
    return first


def _is_own_symbol(unit: Unit, remote: str, local: str, *, func: bool = False) -> bool:
    """Whether another var of the package, or for a `func` also another body, has the remote as its own symbol."""
    prefix, name = split_symbol(remote)
    if prefix != unit.program.prefix(unit.path) or name == local:
        return False
    declared = unit.package.declared(name, unit.target, unit.source)
    if not any(isinstance(d, VarDeclaration) or (func and _has_body(d)) for _, d in declared):
        return False
    return directives_of(unit.package, unit.target).get(name, "") in ("", remote)


def _var_symbols(unit: Unit) -> dict[str, set[str]]:
    """The names that directives of the package give to vars, each with those vars."""
    found: dict[str, set[str]] = {}
    for local, symbol in directives_of(unit.package, unit.target, unit.source).items():
        declared = unit.package.declared(local, unit.target, unit.source)
        if any(isinstance(declaration, VarDeclaration) for _, declaration in declared):
            found.setdefault(symbol, set()).add(local)
    return found


def _is_own_assembly(unit: Unit, remote: str, local: str) -> bool:
    """Whether the remote is assembly of the package that a second func without body stands for."""
    prefix, name = split_symbol(remote)
    if prefix != unit.program.prefix(unit.path) or name == local or not unit.symbols.register_abi:
        return False
    declared = unit.package.declared(name, unit.target, unit.source)
    bodyless = any(isinstance(d, FuncDeclaration) and not d.has_body for _, d in declared)
    return bodyless and ("TEXT", remote) in assembly_symbols_of(unit.package, prefix, unit.target)


def _is_text(unit: Unit, symbol: str) -> bool:
    """Whether the package's assembly has the symbol, of whatever package.

    cmd/compile/internal/ssagen/abi.go, GenABIWrappers (1.27.3:154): a func's symbol is the one that its directive gives
    it.
    """
    prefix = unit.program.prefix(unit.path)
    return unit.package.has_assembly and ("TEXT", symbol) in assembly_symbols_of(unit.package, prefix, unit.target)


def _has_body(declaration: Declaration) -> bool:
    return isinstance(declaration, FuncDeclaration) and declaration.has_body


def _over_assembly(unit: Unit) -> Iterator[Violation]:
    """Funcs with a Go body and a TEXT of the same name."""
    if not any(name.endswith(".s") for name in unit.package.foreign(unit.target)):
        return
    prefix = unit.program.prefix(unit.path)
    symbols = assembly_symbols_of(unit.package, prefix, unit.target)
    own = f"{prefix}."
    texts = {symbol.removeprefix(own) for kind, symbol in symbols if kind == "TEXT" and symbol.startswith(own)}
    renamed = directives_of(unit.package, unit.target, unit.source)
    for name in sorted(texts & unit.source.outline.func_names()):
        if renamed.get(name, "") not in ("", own + name):
            continue
        for declaration in unit.source.outline.declared(name):
            if isinstance(declaration, FuncDeclaration) and declaration.has_body:
                yield Violation(RULE, at_name(unit.source, declaration), f"{name} defined in both Go and assembly")
    yield from _methods_over_assembly(unit, prefix, symbols)


def _methods_over_assembly(unit: Unit, prefix: str, symbols: frozenset[tuple[str, str]]) -> Iterator[Violation]:
    """Methods that assembly has a TEXT for, which the assembler can name where the receiver is no pointer.

    cmd/compile/internal/ssagen/abi.go, makeABIWrapper (1.27.3:263): where Go has an ABI of its own, it cannot wrap
    them.
    """
    if not any("." in symbol[len(prefix) + 1 :] for _, symbol in symbols):
        return
    for declaration in unit.source.outline.declarations():
        if not isinstance(declaration, FuncDeclaration) or not declaration.is_method:
            continue
        name = declaration.qualified_name
        if ("TEXT", f"{prefix}.{name}") not in symbols:
            continue
        if declaration.has_body:
            yield Violation(RULE, at_name(unit.source, declaration), f"{name} defined in both Go and assembly")
        elif unit.symbols.register_abi:
            message = f"makeABIWrapper support for wrapping methods not implemented: {name} is assembly"
            yield Violation(RULE, at_name(unit.source, declaration), message)
