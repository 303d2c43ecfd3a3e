"""What the compiler writes as a var's initial data (cmd/compile/internal/staticinit/sched.go, StaticAssign, 1.27.3:261)."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from functools import partial

from tree_sitter import Node

from golinkname_ls.golang.types import model as m
from golinkname_ls.golang.types.constants import Complex, Value
from golinkname_ls.golang.types.operand import Mode, Operand
from golinkname_ls.golang.types.universe import STRING
from golinkname_ls.linking.same_bits import same_bits
from golinkname_ls.linking.site import (
    Assignment,
    Site,
    assignment,
    bare,
    conversion,
    facts_of,
    is_interface,
    is_located,
    named,
)
from golinkname_ls.linking.std_values import is_std_constant, is_std_value
from golinkname_ls.linking.substituted import folded, substituted
from golinkname_ls.linking.unchanged import Changes
from golinkname_ls.linking.verdict import Era, era
from golinkname_ls.program.deferred_answers import until_pause
from golinkname_ls.program.program import Program
from golinkname_ls.program.program_types import checker_of
from golinkname_ls.syntax.declaration import ConstDeclaration, Declaration, FuncDeclaration, VarDeclaration
from golinkname_ls.syntax.source_file import SourceFile

_CALLS = frozenset({"call_expression", "type_conversion_expression"})
# How often vars copy vars.
_DEEP = 64


class Initial:
    """The initial data of the vars of one package, for one file's names.

    An answer is True for data, False for zeros or what is computed at run time, None where it is not known.
    """

    def __init__(self, program: Program, path: str, source: SourceFile) -> None:
        """`source` is a file of the package with the import path `path`."""
        self._program = program
        self._path = path
        self._source = source
        self._rules: Era = era(program.symbols.target.go)
        self._target = program.symbols.target
        self._asked = ""
        self._checker = checker_of(program, source)
        self._facts = facts_of(program, path, source, self._checker)

    def content(self, declaration: VarDeclaration) -> bool | None:
        """Whether the object file holds data for the var; None where the initialiser cannot be read."""
        begins = self._assignment(self._source, declaration)
        if begins is None:
            return None
        self._asked = declaration.name
        if begins.value is None or begins.several:
            return False
        try:
            return self._data(begins.value, begins.to, begins.site)
        except RecursionError:
            return None

    def _changes(self, name: str) -> bool:
        """Whether vars may have changed when the compiler comes to that of the name."""
        facts = self._facts
        assert facts is not None
        key = (Changes, self._path, self._source.path)
        find = partial(self._program.kept, key, lambda: Changes(self._checker, facts, self._rules))
        # It takes the whole package.
        return until_pause(facts.package, (*key, facts.target, name), lambda: find().before(name))

    def _assignment(self, source: SourceFile, declaration: VarDeclaration) -> Assignment | None:
        return assignment(self._checker, self._facts, source, declaration) if self._facts is not None else None

    def _data(self, node: Node, to: m.Type, site: Site) -> bool | None:
        """What an expression is that is given to a var of the type `to`."""
        return self._boxed(node, to, site) if is_interface(to) else self._assigned(node, to, site)

    def _boxed(self, node: Node, to: m.Type, site: Site) -> bool | None:
        """What an interface holds is data even where it is zero: its type is (1.27.3:439)."""
        node = bare(node)
        argument = site.argument(node)
        if argument is not None and is_interface(argument.type):
            if argument.node is None or argument.site is None:
                return argument.data
            return self._boxed(argument.node, argument.type, argument.site)
        found = site.operand(node)
        if node.type == "nil":
            return False
        if found.mode is Mode.CONSTANT or is_std_constant(node, site):
            return True
        if found.type is m.INVALID:
            return None
        if not is_interface(found.type):
            return True
        converted = conversion(node, site)
        if converted is not None:
            return self._boxed(converted[1], converted[0], site)
        return found.type == to and self._assigned(node, to, site)

    def _assigned(self, node: Node, to: m.Type, site: Site) -> bool | None:
        node = bare(node)
        known = folded(node, site)
        if known is not None and known.value is not None:
            return not _is_zero(known.value)
        match node.type:
            case "nil":
                return False
            case "func_literal":
                return True
            case "identifier":
                return self._named(node, to, site)
            case "selector_expression":
                return self._selected(node, site)
            case "index_expression":
                operand = node.child_by_field_name("operand")
                return operand is not None and isinstance(m.underlying(site.type(operand)), m.Signature)
            case "type_instantiation_expression":
                return True
            case "unary_expression" if site.text(node)[:1] == "&":
                operand = node.child_by_field_name("operand")
                return operand is not None and (bare(operand).type == "composite_literal" or is_located(operand, site))
            case "composite_literal":
                return self._literal(node.child_by_field_name("body"), site.type(node), site)
            case "call_expression" | "type_conversion_expression":
                return self._called(node, to, site)
        return is_std_constant(node, site)

    def _called(self, node: Node, to: m.Type, site: Site) -> bool | None:
        converted = conversion(node, site)
        if converted is not None:
            return is_std_constant(node, site) or self._converted(*converted, to, site)
        if not self._rules.static_calls:
            return False
        if is_std_value(node, site):
            return True
        found = substituted(node, site)
        return found is not None and found.value is not None and self._data(found.value, found.to, found.site)

    def _converted(self, kind: m.Type, operand: Node, to: m.Type, site: Site) -> bool | None:
        if is_interface(kind):
            return self._boxed(operand, kind, site)
        if bare(operand).type == "nil":
            return False
        text = folded(operand, site)
        if isinstance(m.underlying(kind), m.Slice) and text is not None:
            return isinstance(text.value, str)
        source = site.type(operand)
        if source is m.INVALID or kind is m.INVALID:
            return None
        if not same_bits(source, kind, self._target):
            return False
        return self._assigned(operand, kind if to is m.INVALID else to, site)

    def _literal(self, body: Node | None, kind: m.Type, site: Site) -> bool | None:
        """The elements, which are data each for itself; the compiler adds what is computed at run time later."""
        bare_kind = m.underlying(kind)
        if isinstance(bare_kind, m.Slice):
            return True
        if isinstance(bare_kind, m.Map):
            return False
        if not isinstance(bare_kind, m.Array | m.Struct) or body is None:
            return None
        unknown = False
        for node, to in elements(body, bare_kind, site):
            data = self._element(node, to, site)
            if data:
                return True
            unknown = unknown or data is None
        return None if unknown else False

    def _element(self, node: Node, to: m.Type, site: Site) -> bool | None:
        if node.type == "literal_value":
            return isinstance(m.underlying(to), m.Pointer) or self._literal(node, to, site)
        return self._data(node, to, site)

    def _selected(self, node: Node, site: Site) -> bool | None:
        operand, field = node.child_by_field_name("operand"), node.child_by_field_name("field")
        if operand is None or field is None:
            return None
        found = site.operand(operand)
        if found.mode is not Mode.PACKAGE:
            return found.is_type
        if is_std_constant(node, site):
            return True
        package = site.checker.packages.package(found.name, site.facts.path)
        declared = package.declared(site.text(field)) if package is not None else None
        return isinstance(declared.declaration, FuncDeclaration) if declared is not None else None

    def _named(self, node: Node, to: m.Type, site: Site) -> bool | None:
        argument = site.argument(node)
        if argument is not None:
            if argument.node is None or argument.site is None:
                return argument.data
            return self._data(argument.node, argument.type, argument.site)
        name = site.text(node)
        found = self._declared(name, site)
        if isinstance(found, FuncDeclaration):
            return True
        if isinstance(found, ConstDeclaration):
            return is_std_constant(node, site)
        if not isinstance(found, VarDeclaration):
            return None
        return self._copied(name, site, site.type(node) if to is m.INVALID else to, 0)

    def _copied(self, name: str, site: Site, to: m.Type, depth: int) -> bool | None:
        """Whether a var's own beginning is copied (staticcopy, 1.27.3:157)."""
        if site.facts.path != self._path or depth > _DEEP:
            return False
        found = site.facts.package.declared(name, self._target, site.facts.like)
        source, declaration = next(((s, d) for s, d in found if isinstance(d, VarDeclaration)), (None, None))
        begins = self._assignment(source, declaration) if source and declaration else None
        if begins is None:
            return None
        # The linker's -X may write strings.
        if begins.value is None or begins.several or m.underlying(to) == STRING:
            return False
        if _is_converted(begins, to) or self._changes(self._asked):
            return False
        return self._copy(begins.value, to, begins.site, depth)

    def _copy(self, node: Node, to: m.Type, site: Site, depth: int) -> bool | None:
        node = bare(node)
        known = folded(node, site)
        if known is not None and known.value is not None:
            return not _is_zero(known.value)
        converted = conversion(node, site) if node.type in _CALLS else None
        if converted is not None:
            kept = converted[0] == to or not same_bits(site.type(converted[1]), converted[0], self._target)
            return is_std_constant(node, site) or (not kept and self._copy(converted[1], to, site, depth))
        if node.type == "identifier":
            found = self._declared(site.text(node), site)
            if isinstance(found, VarDeclaration):
                return self._copied(site.text(node), site, site.type(node), depth + 1)
            return isinstance(found, FuncDeclaration) or is_std_constant(node, site)
        if node.type in ("selector_expression", "index_expression", "type_instantiation_expression"):
            return self._assigned(node, to, site)
        if node.type == "unary_expression" and site.text(node)[:1] == "&":
            operand = node.child_by_field_name("operand")
            return operand is not None and self._is_whole(bare(operand), site)
        if node.type == "composite_literal":
            return self._copied_literal(node.child_by_field_name("body"), site.type(node), site, depth)
        return is_std_constant(node, site)

    def _is_whole(self, node: Node, site: Site) -> bool:
        """Whether it is a literal or a var, not a part of one."""
        operand = node.child_by_field_name("operand")
        qualified = operand is not None and site.operand(operand).mode is Mode.PACKAGE
        return node.type == "composite_literal" or ((node.type == "identifier" or qualified) and is_located(node, site))

    def _copied_literal(self, body: Node | None, kind: m.Type, site: Site, depth: int) -> bool | None:
        bare_kind = m.underlying(kind)
        if isinstance(bare_kind, m.Slice):
            return True
        if not isinstance(bare_kind, m.Array | m.Struct) or body is None:
            return False
        return any(self._copied_element(node, to, site, depth) for node, to in elements(body, bare_kind, site))

    def _copied_element(self, node: Node, to: m.Type, site: Site, depth: int) -> bool:
        """Of an array's or a struct's elements constants, funcs and vars are copied, all others at run time."""
        if node.type == "literal_value":
            return bool(self._copied_literal(node, to, site, depth)) if _is_value(to) else False
        node = bare(node)
        if node.type == "composite_literal":
            kind = site.type(node)
            body = node.child_by_field_name("body")
            return _is_value(kind) and not is_interface(to) and bool(self._copied_literal(body, kind, site, depth))
        if is_interface(to):
            return False
        if node.type == "unary_expression" and site.text(node)[:1] == "&":
            return False
        return (node.type not in _CALLS and bool(self._copy(node, to, site, depth))) or _is_constant(folded(node, site))

    def _declared(self, name: str, site: Site) -> Declaration | None:
        found = site.scope.package.declared(name)
        return found.declaration if found is not None else None


def elements(body: Node, kind: m.Array | m.Struct, site: Site) -> Iterator[tuple[Node, m.Type]]:
    """The elements of an array's or a struct's literal, and the types they are given to."""
    fields = {f.name: f.type for f in kind.fields} if isinstance(kind, m.Struct) else {}
    for number, element in enumerate(named(body)):
        parts = list(named(element)) if element.type == "keyed_element" else [element]
        node = next(named(parts[-1]), parts[-1]) if parts[-1].type == "literal_element" else parts[-1]
        if isinstance(kind, m.Array):
            yield node, kind.element
        elif len(parts) > 1:
            yield node, fields.get(site.text(parts[0]), m.INVALID)
        elif number < len(kind.fields) and kind.fields[number].name != "_":
            yield node, kind.fields[number].type


def _is_converted(begins: Assignment, to: m.Type) -> bool:
    """Whether a var's declared type makes its value one that is not looked into for another var of the type `to`."""
    if begins.to is m.INVALID or begins.value is None or begins.value.type == "nil":
        return False
    has = begins.site.operand(begins.value)
    if is_interface(begins.to):
        return not is_interface(has.type)
    untyped = isinstance(has.type, m.Basic) and (has.type.untyped or has.type is m.INVALID)
    return not untyped and begins.to == to and begins.to != has.type


def _is_value(kind: m.Type) -> bool:
    return isinstance(m.underlying(kind), m.Array | m.Struct)


def _is_constant(found: Operand | None) -> bool:
    return found is not None and found.value is not None and not _is_zero(found.value)


def _is_zero(value: Value) -> bool:
    if isinstance(value, Complex):
        return value.real == 0 and value.imaginary == 0
    return value == "" if isinstance(value, str) else value == (Fraction(0) if isinstance(value, Fraction) else 0)
