"""An expression in its place: the file whose names it sees, and what the parameters of a func put there stand for."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from tree_sitter import Node

from golinkname_ls.golang.package import PackageFolder
from golinkname_ls.golang.types import model as m
from golinkname_ls.golang.types.checker import Checker
from golinkname_ls.golang.types.expressions import evaluate
from golinkname_ls.golang.types.operand import UNKNOWN, Mode, Operand
from golinkname_ls.golang.types.scope import Scope
from golinkname_ls.linking.package_facts import PackageFacts, evaluate_in
from golinkname_ls.program.program import Program
from golinkname_ls.syntax.declaration import Import, VarDeclaration
from golinkname_ls.syntax.expression_parser import parse_expression, parse_type
from golinkname_ls.syntax.source_file import SourceFile
from golinkname_ls.syntax.tree import node_text, parse


class ProgramSurroundings:
    """A program as the code of one of its packages sees it."""

    def __init__(self, program: Program, path: str, checker: Checker) -> None:
        """`path` is the package's import path."""
        self._program = program
        self._path = path
        self._checker = checker

    @property
    def path(self) -> str:
        """The package's import path."""
        return self._path

    def evaluate(self, path: str, text: str, imports: tuple[Import, ...]) -> Operand:
        """What an expression denotes at package level of a file with these imports, in the package of that path."""
        return evaluate_in(self._checker, path, text, imports)

    def folder(self, path: str) -> PackageFolder | None:
        """A package of the program, None for std's."""
        return self._program.closure.packages.get(path)


@dataclass(frozen=True, slots=True)
class Argument:
    """What a parameter of type `type` stands for: the expression `node` in its caller's code.

    Without one `data` says whether it is data (a slice of variadic arguments), which it is not where nothing is known.
    """

    type: m.Type
    node: Node | None = None
    site: Site | None = None
    data: bool = False


@dataclass(frozen=True, slots=True)
class Site:
    """Where an expression stands: `data` is the text of its tree, `facts` and `scope` those of its file."""

    data: bytes
    facts: PackageFacts
    scope: Scope
    checker: Checker
    given: Mapping[str, Argument] = field(default_factory=dict)

    def text(self, node: Node) -> str:
        """The node's source."""
        return node_text(node, self.data)

    def operand(self, node: Node) -> Operand:
        """What the expression denotes; unknown where declarations do not tell."""
        if node.type == "composite_literal":
            # Its elements may be many and do not matter, but for the length of an array of which nothing asks.
            kind = node.child_by_field_name("type")
            parsed = parse_expression(f"{self.text(kind)}{{}}") if kind is not None else None
        else:
            parsed = parse_expression(self.text(node))
        return evaluate(self.checker, parsed, self.scope) if parsed is not None else UNKNOWN

    def type(self, node: Node) -> m.Type:
        """The type of the expression; invalid where it is not known."""
        return self.operand(node).type

    def type_of(self, node: Node | None) -> m.Type:
        """The type that a node of a declaration denotes; invalid where it is not known."""
        parsed = parse_type(self.text(node)) if node is not None else None
        return self.checker.type(parsed, self.scope)

    def argument(self, node: Node) -> Argument | None:
        """What a name stands for, where it is a parameter's."""
        return self.given.get(self.text(node)) if node.type == "identifier" else None


@dataclass(frozen=True, slots=True)
class Assignment:
    """An initialiser: `value` (None without one) goes to a var of the type `to`, invalid where it has to be inferred.

    `several` says that one call gives several vars their values.
    """

    value: Node | None
    to: m.Type
    site: Site
    several: bool = False


def assignment(
    checker: Checker, facts: PackageFacts, source: SourceFile, declaration: VarDeclaration
) -> Assignment | None:
    """How a var in a file of the package of these facts begins; None for what cannot be read."""
    spec_text = source.data[declaration.span.start : declaration.span.end]
    site = _site(checker, replace(facts, imports=source.outline.imports), spec_text)
    spec = _spec(site.data) if site is not None else None
    if site is None or spec is None:
        return None
    names = [site.text(n) for n in spec.children_by_field_name("name") if n.type == "identifier"]
    values = list(named(spec.child_by_field_name("value")))
    kind = spec.child_by_field_name("type")
    to = site.type_of(kind) if kind is not None else m.INVALID
    if declaration.name not in names:
        return None
    if len(values) != len(names):
        return Assignment(values[0] if values else None, to, site, several=bool(values))
    return Assignment(values[names.index(declaration.name)], to, site)


def facts_of(program: Program, path: str, source: SourceFile, checker: Checker) -> PackageFacts | None:
    """What is known in the package `path`, of which `source` is a file; None where it is none of the program."""
    folder = program.closure.packages.get(path)
    if folder is None:
        return None
    surroundings = ProgramSurroundings(program, path, checker)
    return PackageFacts(folder, program.symbols.target, source, source.outline.imports, path, surroundings)


def _site(checker: Checker, facts: PackageFacts, spec: bytes) -> Site | None:
    package = checker.packages.package(facts.path, facts.path)
    if package is None:
        return None
    return Site(b"package p\nvar " + spec, facts, Scope(package, facts.imports), checker)


@functools.lru_cache(maxsize=256)
def _spec(data: bytes) -> Node | None:
    root = parse(data).root_node
    declared = next((c for c in root.children if c.type == "var_declaration"), None)
    if root.has_error or declared is None:
        return None
    return next((c for c in declared.children if c.type == "var_spec"), None)


def named(node: Node | None) -> Iterator[Node]:
    """The parts of a node that mean something."""
    return (c for c in node.children if c.is_named and c.type != "comment") if node is not None else iter(())


def bare(node: Node) -> Node:
    """The expression without the parentheses around it."""
    while node.type in ("parenthesized_expression", "parenthesized_type", "literal_element"):
        inner = next(named(node), None)
        if inner is None:
            break
        node = inner
    return node


def conversion(node: Node, site: Site) -> tuple[m.Type, Node] | None:
    """The type and the operand, where a call is a conversion."""
    if node.type == "type_conversion_expression":
        kind, operand = node.child_by_field_name("type"), node.child_by_field_name("operand")
        to = _denoted(kind, site) if kind is not None else None
        return (to, operand) if to is not None and operand is not None else None
    function, arguments = node.child_by_field_name("function"), list(named(node.child_by_field_name("arguments")))
    if node.type != "call_expression" or function is None or len(arguments) != 1:
        return None
    to = _denoted(bare(function), site)
    return (to, arguments[0]) if to is not None else None


def _denoted(node: Node, site: Site) -> m.Type | None:
    """The type that it is, None where it is none."""
    found = site.operand(node)
    if found.is_type:
        return found.type
    # Not all types can be read as expressions.
    kind = site.type_of(node) if node.type.endswith("_type") else m.INVALID
    return None if kind is m.INVALID else kind


def is_interface(kind: m.Type) -> bool:
    """Whether a type is an interface; a type parameter is none."""
    return not isinstance(kind, m.TypeParameter) and isinstance(m.underlying(kind), m.Interface)


def is_located(node: Node, site: Site) -> bool:
    """Whether the linker knows the expression's address: a var's or that of a part of one.

    cmd/compile/internal/staticinit/sched.go, StaticLoc (1.27.3:675).
    """
    node = bare(node)
    operand = node.child_by_field_name("operand")
    if node.type == "identifier":
        declared = site.scope.package.declared(site.text(node)) if site.argument(node) is None else None
        return declared is not None and isinstance(declared.declaration, VarDeclaration)
    if node.type == "selector_expression" and operand is not None:
        holder, name = site.operand(operand), node.child_by_field_name("field")
        if holder.mode is Mode.PACKAGE:
            return True
        return name is not None and in_place(holder.type, site.text(name)) and is_located(operand, site)
    if node.type == "index_expression" and operand is not None:
        index = node.child_by_field_name("index")
        counted = index is not None and site.operand(index).mode is Mode.CONSTANT
        return counted and isinstance(m.underlying(site.type(operand)), m.Array) and is_located(operand, site)
    return False


def in_place(kind: m.Type, name: str) -> bool:
    """Whether a field is part of a struct itself, not behind a pointer, its own or one it embeds."""
    level = [kind]
    for _ in range(8):
        structs = [s for s in map(m.underlying, level) if isinstance(s, m.Struct)]
        if any(f.name == name for s in structs for f in s.fields):
            return True
        level = [f.type for s in structs for f in s.fields if f.embedded]
    return False
