"""Constant conditions: those that the compiler decides, so that it drops the code behind them.

    if runtime.GOOS == "windows" { a() }     → a() is emitted on windows alone
    const debug = false
    if debug && verbose { b() }              → b() is emitted nowhere

Constants are what the Go specification calls so ("Constant expressions"), and `&&` and `||` of which one side decides.
Values of vars are not followed: optimisers of different releases see different ones.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from tree_sitter import Node

from golinkname_ls.compiler.checker_and_scope import CodeContext
from golinkname_ls.golang.type_checker.file_scope import Scope
from golinkname_ls.golang.type_checker.operand import UNKNOWN, Mode, Operand
from golinkname_ls.golang.type_checker.operators import convert
from golinkname_ls.syntax.expressions.tree_reader import expression_of
from golinkname_ls.syntax.tree.go_tree import node_text
from golinkname_ls.syntax.tree.local_scopes import binding

ConstantValue = bool | str | int | None

_NAMES = frozenset({"identifier", "type_identifier", "package_identifier", "true", "false", "nil", "iota"})
_NESTED = 8
"""Local constants that are made of each other, and brackets: more than anybody writes."""
_OPERANDS = 100
_BYTES = 400
"""Longer operands are left open."""


@dataclass(frozen=True)
class Conditions:
    """Evaluator of constant expressions in one file's code; two are equal where their results are."""

    context: CodeContext

    def value(self, node: Node | None, data: bytes, depth: int = 0) -> ConstantValue:
        """Value of an expression of the file's code; None where it is no constant, or not known."""
        if node is None or depth > _NESTED:
            return None
        if node.type == "parenthesized_expression":
            return self.value(node.children[1], data, depth + 1)
        if node.type == "unary_expression" and data.startswith(b"!", node.start_byte):
            inner = self.value(node.child_by_field_name("operand"), data, depth + 1)
            return not inner if isinstance(inner, bool) else None
        for sign in ("&&", "||"):
            operands = _operands(node, sign, data)
            if len(operands) > _OPERANDS:
                return None
            if len(operands) > 1:
                values = [self.value(operand, data, depth + 1) for operand in operands]
                decides = sign == "||"
                if decides in values:
                    return decides
                return not decides if all(isinstance(v, bool) for v in values) else None
        found = self._operand(node, data, depth).value
        return found if isinstance(found, bool | str | int) else None

    def is_type(self, node: Node, data: bytes) -> bool:
        """Whether an expression of the file's code is a type."""
        return self._operand(node, data).is_type

    def is_unsafe(self, qualifier: str) -> bool:
        """Whether `qualifier` names the package unsafe in the file; "" asks for a dot import."""
        imports = self.context.imports
        return any(i.path == "unsafe" and (i.name or "unsafe").removeprefix(".") == qualifier for i in imports)

    def is_predeclared(self, name: Node, data: bytes) -> bool:
        """Whether a predeclared name, such as `panic`, is redeclared by neither the func nor the package."""
        if binding(name, data) is not None:
            return False
        word, context = node_text(name, data), self.context
        return not context.package.declared(word, context.target, context.like)

    def _operand(self, node: Node, data: bytes, depth: int = 0) -> Operand:
        scope = self.context.scope
        if scope is None or depth > _NESTED or node.end_byte - node.start_byte > _BYTES:
            return UNKNOWN
        constants: dict[str, Operand] = {}
        for name in _identifiers(node):
            found = binding(name, data)
            if found is None:
                continue
            constant = self._local(found[0], scope, data, depth)
            if constant.mode is not Mode.CONSTANT:
                return UNKNOWN
            constants[node_text(name, data)] = constant
        expression = expression_of(node, data)
        if expression is None:
            return UNKNOWN
        return self.context.checker.evaluate(expression, replace(scope, locals=constants))

    def _local(self, name: Node, scope: Scope, data: bytes, depth: int) -> Operand:
        """The constant that a func declares under a name; unknown for vars, types and what repeats an expression."""
        spec = name.parent
        if spec is None or spec.type != "const_spec":
            return UNKNOWN
        values = spec.child_by_field_name("value")
        names = [n for n in spec.children_by_field_name("name") if n.is_named]
        given = [n for n in values.children if n.is_named] if values is not None else []
        if len(given) != len(names) or b"iota" in data[spec.start_byte : spec.end_byte]:
            return UNKNOWN
        found, kind = self._operand(given[names.index(name)], data, depth + 1), spec.child_by_field_name("type")
        written = expression_of(kind, data) if kind is not None else None
        if kind is None or written is None:
            return found
        checker = self.context.checker
        return convert(checker.type(written, scope), found, checker.packages.target)


def _identifiers(node: Node) -> list[Node]:
    if node.type in _NAMES:
        return [node]
    return [name for child in node.children if child.type != "func_literal" for name in _identifiers(child)]


def _operands(node: Node, sign: str, data: bytes) -> list[Node | None]:
    """Operands of a chain of one operator, from left to right; the expression alone where it is no such chain."""
    found: list[Node | None] = []
    left: Node | None = node
    while left is not None and left.type == "binary_expression":
        operator = left.child_by_field_name("operator")
        if operator is None or node_text(operator, data) != sign:
            break
        found.append(left.child_by_field_name("right"))
        left = left.child_by_field_name("left")
    return [left, *reversed(found)]
