"""Mentions of a package-level name in the syntax tree of one file: those in code that the compiler emits, or links in.

    func A() { stub() }              → a mention that counts
    func b() { stub() }              → EMITTED: counts; REACHED: only if something live mentions b
    func g[T any]() { stub() }       → only if g is instantiated
    if false { stub() }              → dead: does not count
    func c(stub func()) { stub() }   → another name

What is dead is decided in control_flow, what is discarded in discarded_values.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import IntEnum
from functools import partial

from tree_sitter import Node

from golinkname_ls.compiler.constants.conditions import Conditions
from golinkname_ls.compiler.live.control_flow import is_dead
from golinkname_ls.compiler.live.discarded_values import is_discarded
from golinkname_ls.syntax.tree.go_tree import node_text
from golinkname_ls.syntax.tree.identifier_nodes import declares, occurrences_of
from golinkname_ls.syntax.tree.local_scopes import binding, declaring

_FUNCTIONS = frozenset({"function_declaration", "method_declaration"})
_DEFERRING = frozenset({"go_statement", "defer_statement"})
_INSTANCES = frozenset({"type_instantiation_expression", "index_expression", "generic_type"})
_MEASURING = frozenset({"len", "cap"})
# What may panic is computed, wherever the result goes.
_PANICKING = frozenset({"index_expression", "slice_expression", "type_assertion_expression", "selector_expression"})
_DEEP = 100
_NAMES = ("identifier", "type_identifier")
_SELECTORS = ("field_identifier",)


class Liveness(IntEnum):
    """Degree of liveness that a mention must have to count, each stricter than the one before."""

    EMITTED = 0
    """In code that the compiler emits: the object file lists the name."""
    REACHED = 1
    """By a relocation (discarded values have none), in code that the linker keeps."""
    REACHED_AS_VALUE = 2
    """So, and as a value: other than by a direct call."""


def mentions_in_tree(
    root: Node, data: bytes, word: bytes, conditions: Conditions, need: Liveness, extent: tuple[int, int]
) -> Iterator[str]:
    """Mentions of the package-level `word` in compiled code, within the bytes [low, high) of `extent`.

    `root` is the tree of `data`. Each item is "", or the name of what must be live in turn for the mention to count: of
    the generic func or type that it belongs to, since instances alone are compiled; and, where it has to be REACHED, of
    the func that is not exported.

    Not counted: its own declaration, `var _ = name`, dead code, fields and methods of the same name, places where a
    local declaration hides it. For a `word` that begins with a dot it is the selectors of that name that count,
    whatever they select; for `package.Name` those of that import.
    """
    qualifier, _, bare = word.rpartition(b".")
    kinds = _NAMES if bare == word else _SELECTORS
    for node in occurrences_of(root, data, bare, *extent):
        if node.type not in kinds or node.end_byte - node.start_byte != len(bare):
            continue
        place = _of_import(node, data, qualifier) if qualifier else node
        if place is None:
            continue
        try:
            deep = _is_deep(data, extent[0], node.start_byte)
            found = _holder(place, data, word, None if deep else conditions, need)
        except RecursionError:
            # Statements before it nest too deep to be followed: then control may come here.
            found = _holder(place, data, word, None, need)
        if found is not None:
            yield found


def _is_deep(data: bytes, low: int, at: int) -> bool:
    """Whether more brackets are open at a byte offset than control flow is followed through."""
    opened = (data.count(o, low, at) - data.count(c, low, at) for o, c in ((b"{", b"}"), (b"(", b")")))
    return max(opened) > _DEEP


def _holder(node: Node, data: bytes, word: bytes, conditions: Conditions | None, need: Liveness) -> str | None:
    """An item of `mentions_in_tree`, None for what does not count; without `conditions` all code is live."""
    child, parent = node, node.parent
    if parent is not None and declares(child, parent):
        return None
    if need is Liveness.REACHED_AS_VALUE and _is_called(node):
        return None
    discarded = _never
    if need is not Liveness.EMITTED and conditions is not None:
        discarded = partial(is_discarded, data=data, is_conversion=partial(_is_conversion, data, conditions))
    if discarded(node):
        return None
    value, around = node, list[Node]()
    while parent is not None and parent.type != "source_file":
        around.append(parent)
        if parent.type == "expression_list":
            value = child
        if parent.type == "var_spec" and _is_package_level(parent) and _is_blank(parent, value, data):
            # The mention of an instantiation makes the instance, whatever becomes of the value.
            instantiates = around[0].type in _INSTANCES and around[0].children[0] == node
            if not instantiates and not any(_runs(outer, data, conditions, need) for outer in around):
                return None
        if parent.type == "func_literal" and discarded(parent):
            return None
        if conditions is not None and is_dead(child, parent, data, conditions):
            return None
        if declaring(child, parent, data, word) is not None:
            return None
        child, parent = parent, parent.parent
    return _declaration(child, data, need)


def _runs(parent: Node, data: bytes, conditions: Conditions | None, need: Liveness) -> bool:
    """Whether code around a value is compiled even if the result is discarded: calls, and what may panic."""
    if parent.type == "func_literal":
        return need is Liveness.EMITTED
    if parent.type in _PANICKING or (parent.type == "unary_expression" and data.startswith(b"*", parent.start_byte)):
        return True
    if parent.type != "call_expression":
        return False
    function = parent.child_by_field_name("function")
    measures = function is not None and node_text(function, data) in _MEASURING
    return not measures and not (conditions is not None and _is_conversion(data, conditions, parent))


def _never(_value: Node) -> bool:
    return False


def _is_conversion(data: bytes, conditions: Conditions, call: Node) -> bool:
    function = call.child_by_field_name("function")
    named = function is not None and function.type in ("identifier", "selector_expression")
    return function is not None and named and conditions.is_type(function, data)


def _declaration(node: Node, data: bytes, need: Liveness) -> str | None:
    """What must be mentioned for the code of a declaration to count, "" for nothing; None where it never does."""
    if node.type not in _FUNCTIONS:
        return ""
    name = node.child_by_field_name("name")
    word = node_text(name, data) if name is not None else ""
    if word == "_":
        return None  # Nothing is made of a func that has no name.
    generic = _generic(node, data)
    if generic or need is Liveness.EMITTED or node.type == "method_declaration":
        return generic
    return "" if word[:1].isupper() or word in ("init", "main") else word


def _generic(function: Node, data: bytes) -> str:
    """The name to be instantiated for a generic func or method, "" for any other."""
    name = function.child_by_field_name("name")
    if function.child_by_field_name("type_parameters") is not None and name is not None:
        return node_text(name, data)
    receiver = function.child_by_field_name("receiver")
    if receiver is not None and b"[" in data[receiver.start_byte : receiver.end_byte]:
        words = node_text(receiver, data).split("[")[0].replace("*", " ").strip("( ").split()
        return words[-1] if words else ""
    return ""


def _of_import(field: Node, data: bytes, qualifier: bytes) -> Node | None:
    """Selector that a field belongs to, if its operand is the import that the file calls `qualifier`, not a local."""
    selector = field.parent
    operand = selector.child_by_field_name("operand") if selector is not None else None
    if operand is None or operand.type != "identifier" or data[operand.start_byte : operand.end_byte] != qualifier:
        return None
    return selector if binding(operand, data) is None else None


def _is_called(name: Node) -> bool:
    """Whether a name, or a selector, is the func of a call; what `go` and `defer` call is made a value of."""
    child, parent = name, name.parent
    while parent is not None and parent.type in ("parenthesized_expression", "selector_expression"):
        if parent.type == "selector_expression" and child != parent.child_by_field_name("field"):
            return False
        child, parent = parent, parent.parent
    if parent is None or parent.type != "call_expression" or child != parent.child_by_field_name("function"):
        return False
    return parent.parent is None or parent.parent.type not in _DEFERRING


def _is_package_level(spec: Node) -> bool:
    holder = spec.parent
    while holder is not None and holder.type in ("var_declaration", "var_spec_list", "ERROR"):
        holder = holder.parent
    return holder is None or holder.type == "source_file"


def _is_blank(spec: Node, value: Node, data: bytes) -> bool:
    """Whether the value goes to names that are all `_`."""
    names = [n for n in spec.children_by_field_name("name") if n.is_named]
    holder = spec.child_by_field_name("value")
    values = [n for n in holder.children if n.is_named] if holder is not None else []
    if len(names) == len(values) and value in values:
        names = [names[values.index(value)]]
    return bool(names) and all(data[n.start_byte : n.end_byte] == b"_" for n in names)
