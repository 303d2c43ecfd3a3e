"""For which expressions the compiler calls a func of the runtime, where their types tell."""

from __future__ import annotations

import re
from collections.abc import Callable

from tree_sitter import Node

from golinkname_ls.golang.experiments import enabled
from golinkname_ls.golang.layout import Sizes, layout_of
from golinkname_ls.golang.types import model as m
from golinkname_ls.golang.types.operand import Mode
from golinkname_ls.linking.code import Code, Says, has_methods
from golinkname_ls.syntax.func_parts import arguments
from golinkname_ls.syntax.shadow import FUNCTIONS, binding
from golinkname_ls.syntax.tree import node_text
from golinkname_ls.syntax.words import count

# cmd/compile/internal/ssagen/ssa.go, specializedMallocSym (1.27.3:804): up to 80 bytes, some with pointers up to 512.
_SPECIALIZED = 512


def converts(to: Callable[[m.Type], bool], of: Callable[[m.Type], bool]) -> Says:
    """Conversions of a value whose text nothing reads at once: those are done without a copy."""

    def says(call: Node, code: Code) -> bool:
        given = arguments(call) if call.type == "call_expression" else call.children_by_field_name("operand")
        if call.type not in ("call_expression", "type_conversion_expression") or len(given) != 1:
            return False
        target, value = code.called(call), code.value(given[0])
        return target is not None and value is not None and to(target) and of(value) and _kept(call, code)

    return says


_READING = frozenset({"len", "cap", "append", "copy"})


def _kept(value: Node, code: Code) -> bool:
    """Whether a value becomes a func's argument, a result, or what a var holds that is no local one."""
    holder = value.parent
    if holder is not None and holder.type == "argument_list" and holder.parent is not None:
        function = holder.parent.child_by_field_name("function")
        if function is None or function.type not in ("identifier", "selector_expression"):
            return False
        return node_text(function, code.data) not in _READING and code.called(holder.parent) is None
    if holder is None or holder.type != "expression_list" or holder.parent is None:
        return False
    if holder.parent.type == "assignment_statement":
        left = holder.parent.child_by_field_name("left")
        names = [c for c in left.children if c.is_named] if left is not None else []
        return (
            len(names) == 1
            and names[0].type == "identifier"
            and node_text(names[0], code.data) != "_"
            and (binding(names[0], code.data) is None)
        )
    return holder.parent.type == "return_statement"


def is_string(kind: m.Type) -> bool:
    """Whether strings have the type, which has no name."""
    return isinstance(kind, m.Basic) and kind.kind == "string"


def is_integer(kind: m.Type) -> bool:
    """Whether integers have it."""
    return isinstance(kind, m.Basic) and kind.kind.lstrip("u").startswith("int")


def slice_of(element: str) -> Callable[[m.Type], bool]:
    """Whether slices of a basic type have it."""

    def says(kind: m.Type) -> bool:
        inner = m.underlying(kind.element) if isinstance(kind, m.Slice) else None
        return isinstance(inner, m.Basic) and inner.kind == element

    return says


def is_pair(value: Node) -> bool:
    """Whether a value is asked for together with whether there was one."""
    child, parent = value, value.parent
    while parent is not None and parent.type == "parenthesized_expression":
        child, parent = parent, parent.parent
    holder = parent
    if parent is not None and parent.type == "expression_list":
        if sum(c.is_named for c in parent.children) != 1:
            return False
        child, holder = parent, parent.parent
    if holder is None:
        return False
    if holder.type == "var_spec":
        return child == holder.child_by_field_name("value") and len(holder.children_by_field_name("name")) > 1
    left = holder.child_by_field_name("left")
    return (
        left is not None
        and child == holder.child_by_field_name("right")
        and left.type == "expression_list"
        and (sum(c.is_named for c in left.children) == 2)
    )


def joins(number: int) -> Says:
    """Whether so many strings are joined; 6 stands for more (cmd/compile/internal/walk/expr.go, walkAddString)."""

    def says(node: Node, code: Code) -> bool:
        joined = _joined(node, code)
        return min(len(joined), 6) == number and any(joined) and not _becomes_bytes(node, code)

    return says


def _joined(node: Node, code: Code) -> list[Node | None]:
    """The strings that a whole expression, or `+=`, joins, None for constants; empty where that is not known."""
    if node.type == "assignment_statement":
        if not any(c.type == "+=" for c in node.children):
            return []
        sides = [c for f in ("left", "right") if (c := node.child_by_field_name(f)) is not None]
        parts = [c for side in sides for c in side.children if c.is_named]
    else:
        holder = node.parent
        while holder is not None and holder.type in ("parenthesized_expression", "expression_list"):
            holder = holder.parent
        if node.type != "binary_expression" or (holder is not None and _adds(holder)):
            return []
        parts = [node]
    found: list[Node | None] = []
    for part in parts:
        terms = _terms(part, code)
        if not terms:
            return []
        found += terms
    return found


def _adds(node: Node) -> bool:
    operator = node.child_by_field_name("operator")
    return (node.type == "binary_expression" and operator is not None and operator.type == "+") or (
        (node.type == "assignment_statement") and any(c.type == "+=" for c in node.children)
    )


def _terms(node: Node, code: Code) -> list[Node | None]:
    found = code.operand(node)
    if found is None or (not is_string(m.underlying(found.type)) and found.mode is Mode.VALUE):
        return []
    if found.mode is Mode.CONSTANT:
        return [None] if isinstance(found.value, str) else []
    while node.type == "parenthesized_expression":
        node = node.children[1]
    if not _adds(node):
        return [node]
    sides = [node.child_by_field_name(f) for f in ("left", "right")]
    terms = [_terms(side, code) if side is not None else [] for side in sides]
    return [t for side in terms for t in side] if all(terms) else []


def _becomes_bytes(node: Node, code: Code) -> bool:
    """Whether a conversion makes something else than a string of a value."""
    holder = node.parent
    while holder is not None and holder.type in ("parenthesized_expression", "argument_list"):
        holder = holder.parent
    if holder is None or holder.type not in ("call_expression", "type_conversion_expression"):
        return False
    if holder.type == "type_conversion_expression":
        return True
    function = holder.child_by_field_name("function")
    if function is not None and node_text(function, code.data) == "append":
        return True
    target = code.called(holder)
    return target is not None and not is_string(target)


def compares(*, empty: bool) -> Says:
    """Whether two interfaces are compared, one of them of a type without methods, or both with some.

    cmd/compile/internal/walk/compare.go (1.27.3), walkCompareInterface.
    """

    def says(node: Node, code: Code) -> bool:
        found = [node.child_by_field_name(f) for f in ("left", "right")] if node.type == "binary_expression" else []
        sides = [side for side in found if side is not None]
        known = [has_methods(code.value(side)) for side in sides]
        if len(known) != 2 or None in known or not all(_comes_from_outside(side, code) for side in sides):
            return False
        return all(known) is not empty

    return says


def asserts_interface(node: Node, code: Code) -> bool:
    """Whether a value is held to be of an interface type with methods."""
    operand = node.child_by_field_name("operand")
    return has_methods(_asserted(node, code)) is True and operand is not None and _comes_from_outside(operand, code)


def _comes_from_outside(value: Node, code: Code) -> bool:
    """Whether a value is a parameter's, a package-level var's, or a field's of one, and the func assigns nothing to it."""
    first = value
    while first.type == "selector_expression" and (operand := first.child_by_field_name("operand")) is not None:
        first = operand
    if first.type != "identifier":
        return False
    found = binding(first, code.data)
    if found is not None and (found[0].parent is None or found[0].parent.type != "parameter_declaration"):
        return False
    body = _body(value)
    assigned = re.compile(rf"(?<![\w.]){re.escape(node_text(value, code.data))}\s*(?:,|:=|=(?!=))")
    return body is None or assigned.search(node_text(body, code.data)) is None


def _body(node: Node) -> Node | None:
    function = node.parent
    while function is not None and function.type not in FUNCTIONS:
        function = function.parent
    return function.child_by_field_name("body") if function is not None else None


def asserts(*, of_empty: bool | None) -> Says:
    """Whether it panics where a value is not of a type: a type that is no interface, or for None one that is.

    `of_empty` says whether the value's own type has no methods. Where the func has asked before what the value is, the
    compiler may know that it is.
    """

    def says(node: Node, code: Code) -> bool:
        target = _asserted(node, code)
        operand = node.child_by_field_name("operand")
        if target is None or operand is None or is_pair(node) or not _unknown(operand, code):
            return False
        if isinstance(target, m.Interface):
            return of_empty is None
        methods = has_methods(code.value(operand))
        return of_empty is not None and methods is not None and methods is not of_empty

    return says


def _asserted(node: Node, code: Code) -> m.Type | None:
    """The type that a value of an interface type is held to be of."""
    operand, kind = node.child_by_field_name("operand"), node.child_by_field_name("type")
    if node.type != "type_assertion_expression" or operand is None or kind is None:
        return None
    found = code.type(kind)
    return m.underlying(found) if found is not None and isinstance(code.value(operand), m.Interface) else None


def _unknown(operand: Node, code: Code) -> bool:
    """Whether a value is a parameter's, or a package-level var's, that the func names nowhere else."""
    if operand.type != "identifier":
        return False
    found = binding(operand, code.data)
    if found is not None and (found[0].parent is None or found[0].parent.type != "parameter_declaration"):
        return False
    body = _body(operand)
    if body is None:
        return False
    return count(code.data[body.start_byte : body.end_byte], code.data[operand.start_byte : operand.end_byte]) == 1


def allocates(node: Node, code: Code) -> bool:
    """Whether room is made for a value that a declared func returns, or that a package-level var then points to."""
    if node.type == "unary_expression":
        literal = node.child_by_field_name("operand")
        kind = literal.child_by_field_name("type") if literal is not None else None
        if literal is None or literal.type != "composite_literal" or not code.data.startswith(b"&", node.start_byte):
            return False
    elif code.is_builtin(node, "new"):
        kind = next(iter(arguments(node)), None)
    else:
        return False
    found = code.type(kind) if kind is not None and _escapes(node, code) else None
    target = code.facts.target
    layout = layout_of(found, Sizes.of(target.platform)) if found is not None else None
    specialized = enabled("sizespecializedmalloc", target.go, target.platform)
    return layout is not None and layout.size > (_SPECIALIZED if specialized else 0)


def _escapes(value: Node, code: Code) -> bool:
    holder = value.parent
    statement = holder.parent if holder is not None and holder.type == "expression_list" else None
    if statement is None:
        return False
    if statement.type == "assignment_statement":
        left = statement.child_by_field_name("left")
        names = [c for c in left.children if c.is_named] if left is not None else []
        plain = len(names) == 1 and any(c.type == "=" for c in statement.children)
        name = names[0] if plain and names[0].type == "identifier" else None
        return name is not None and node_text(name, code.data) != "_" and binding(name, code.data) is None
    function = statement.parent if statement.type == "return_statement" else None
    while function is not None and function.type not in FUNCTIONS:
        function = function.parent
    return function is not None and function.type != "func_literal"
