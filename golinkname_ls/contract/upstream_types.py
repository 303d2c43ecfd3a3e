"""Types of a link's upstream: call layout of a func, type of a var, for std and for own packages."""

from __future__ import annotations

from dataclasses import replace

from golinkname_ls.catalog.std.symbols import Definition, TargetSymbols, split_symbol
from golinkname_ls.contract.call_layout import CallLayout, call_layout
from golinkname_ls.golang.type_checker.checker import Checker
from golinkname_ls.golang.type_checker.file_scope import Scope
from golinkname_ls.golang.type_checker.package_source import Declared
from golinkname_ls.golang.types import model as m
from golinkname_ls.linking.resolving.definitions_outside_std import OwnDefinition
from golinkname_ls.syntax.items.declarations import FuncDeclaration, VarDeclaration
from golinkname_ls.syntax.items.declared_signature import signature_of


def upstream_signature(symbols: TargetSymbols, found: Definition) -> m.Signature | None:
    """Signature of a std func, with a method's receiver; None for a var, a generic func, an unreadable one."""
    entry = found.entry
    declaration = entry.declaration if entry is not None else None
    if entry is None or not isinstance(declaration, FuncDeclaration) or declaration.type_parameters:
        return None
    package = symbols.packages.package(entry.section.package, entry.section.package)
    if package is None:
        return None
    if declaration.is_method:
        signature = symbols.checker.method_signature(package, Declared(declaration, entry.section.imports))
        return _pointer_receiver(signature, found.symbol)
    parsed = signature_of(declaration)
    scope = Scope(package, entry.section.imports)
    return symbols.checker.signature(parsed, scope) if parsed is not None else None


def upstream_call(symbols: TargetSymbols, found: Definition) -> CallLayout | None:
    """Call layout of a std func; None when a type is not known."""
    return symbols.answers.ask((upstream_call, found.symbol), lambda: _upstream_call(symbols, found))


def _upstream_call(symbols: TargetSymbols, found: Definition) -> CallLayout | None:
    signature = upstream_signature(symbols, found)
    return call_layout(signature, symbols.target) if signature is not None else None


def own_call(checker: Checker, found: OwnDefinition) -> CallLayout | None:
    """Call layout of a func outside std; None when a type is not known."""
    declaration = found.declaration
    package = checker.packages.package(found.package, found.package)
    if package is None or found.source is None or not isinstance(declaration, FuncDeclaration):
        return None
    imports = found.source.outline.imports
    if declaration.type_parameters or "[" in declaration.receiver:
        return None
    if declaration.is_method:
        signature = checker.method_signature(package, Declared(declaration, imports))
        return call_layout(_pointer_receiver(signature, found.symbol), checker.packages.target)
    parsed = signature_of(declaration)
    scope = Scope(package, imports)
    return call_layout(checker.signature(parsed, scope), checker.packages.target) if parsed is not None else None


def own_variable(checker: Checker, found: OwnDefinition) -> m.Type:
    """Type of a var outside std; INVALID when it is not known."""
    package = checker.packages.package(found.package, found.package)
    if package is None or not isinstance(found.declaration, VarDeclaration):
        return m.INVALID
    operand = checker.object(package, found.declaration.name)
    return operand.type if operand is not None else m.INVALID


def _pointer_receiver(signature: m.Signature, symbol: str) -> m.Signature:
    """The signature under `(*T).m`: the compiler's wrapper of a value method takes a pointer."""
    receiver = signature.receiver
    _, name = split_symbol(symbol)
    if name.startswith("(*") and receiver is not None and not isinstance(receiver.type, m.Pointer):
        return replace(signature, receiver=m.Parameter(m.Pointer(receiver.type), receiver.name))
    return signature


def upstream_variable(symbols: TargetSymbols, found: Definition) -> m.Type:
    """Type of a std var; INVALID when it is not known."""
    entry = found.entry
    declaration = entry.declaration if entry is not None else None
    if entry is None or not isinstance(declaration, VarDeclaration):
        return m.INVALID
    package = symbols.packages.package(entry.section.package, entry.section.package)
    operand = symbols.checker.object(package, declaration.name) if package is not None else None
    return operand.type if operand is not None else m.INVALID
