"""Does live code of a file mention a package-level name? (What makes the compiler emit a reference to it.)"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from tree_sitter import Node

from golinkname_ls.syntax.constant import Value
from golinkname_ls.syntax.shadow import hidden

_WORD = frozenset(b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_")
_FUNCTIONS = frozenset({"function_declaration", "method_declaration"})
_ENDS = frozenset({"return_statement", "goto_statement", "break_statement", "continue_statement"})
_DEFINING = frozenset({"short_var_declaration", "range_clause", "receive_statement"})
_BLOCKS = frozenset({"block", "statement_list", "expression_case", "default_case"})

Decide = Callable[[Node, bytes], Value]
"""The value of a constant expression, None when it is not known."""


def references(
    root: Node, data: bytes, word: bytes, decide: Decide, low: int = 0, high: int | None = None
) -> Iterator[str]:
    """One item for each place in the bytes [low, high) where compiled code refers to the package-level name `word`.

    `root` is the tree of `data`. The item is "", or the name of the generic func or type that the place belongs to:
    then it is compiled only if something instantiates that one.

    Not counted: its own declaration, `var _ = name`, code that a constant condition drops or that stands behind a
    return, fields and methods of the same name, places where a local declaration hides it.
    """
    for node in places(root, data, word, low, high):
        if node.type in ("identifier", "type_identifier") and node.end_byte - node.start_byte == len(word):
            found = _live(node, data, word, decide)
            if found is not None:
                yield found


def places(root: Node, data: bytes, word: bytes, low: int = 0, high: int | None = None) -> Iterator[Node]:
    """The smallest nodes that hold `word` as a whole word, in order."""
    stop = len(data) if high is None else high
    at = data.find(word, low, stop) if word else -1
    while at >= 0:
        end = at + len(word)
        if (at == 0 or data[at - 1] not in _WORD) and (end >= len(data) or data[end] not in _WORD):
            node = root.descendant_for_byte_range(at, end)
            if node is not None:
                yield node
        at = data.find(word, end, stop)


def _live(node: Node, data: bytes, word: bytes, decide: Decide) -> str | None:
    child, parent = node, node.parent
    if parent is not None and _declares(child, parent):
        return None
    if _address_compared(node, data):
        return None
    called = False
    while parent is not None and parent.type != "source_file":
        called = called or parent.type == "call_expression"
        if parent.type == "var_spec" and not called and _package_level(parent) and _blank(parent, data):
            return None
        if _dropped(child, parent, data, decide) or hidden(child, parent, data, word):
            return None
        child, parent = parent, parent.parent
    return _generic(child, data) if child.type in _FUNCTIONS else ""


def _address_compared(node: Node, data: bytes) -> bool:
    """Whether a name stands in `&name != nil`, which the compiler answers by itself."""
    address = node.parent
    compare = address.parent if address is not None and address.type == "unary_expression" else None
    if address is None or compare is None or compare.type != "binary_expression":
        return False
    return data.startswith(b"&", address.start_byte) and any(c.type == "nil" for c in compare.children)


def _generic(function: Node, data: bytes) -> str:
    """The name to be instantiated for a generic func or method, "" for any other."""
    name = function.child_by_field_name("name")
    if function.child_by_field_name("type_parameters") is not None and name is not None:
        return _text(name, data)
    receiver = function.child_by_field_name("receiver")
    if receiver is not None and b"[" in data[receiver.start_byte : receiver.end_byte]:
        words = _text(receiver, data).split("[")[0].replace("*", " ").strip("( ").split()
        return words[-1] if words else ""
    return ""


def _dropped(child: Node, parent: Node, data: bytes, decide: Decide) -> bool:
    kind = parent.type
    if kind == "if_statement":
        condition = parent.child_by_field_name("condition")
        if condition is None or child == condition:
            return False
        decided = decide(condition, data)
        dead = {False: "consequence", True: "alternative"}.get(decided) if isinstance(decided, bool) else None
        return dead is not None and child == parent.child_by_field_name(dead)
    if kind == "for_statement":
        return child.type == "block" and _never(parent, data, decide)
    if kind == "binary_expression" and child == parent.child_by_field_name("right"):
        operator, left = parent.child_by_field_name("operator"), parent.child_by_field_name("left")
        sign = _text(operator, data) if operator is not None else ""
        return sign in ("&&", "||") and left is not None and decide(left, data) is (sign == "||")
    if kind == "expression_switch_statement" and child.type == "expression_case":
        return _other_case(child, parent, data, decide)
    return kind in _BLOCKS and _behind_end(child, parent, data, decide)


def _other_case(case: Node, switch: Node, data: bytes, decide: Decide) -> bool:
    """Whether a case lists only constants that are not the switch's constant value."""
    of, values = switch.child_by_field_name("value"), case.child_by_field_name("value")
    chosen = decide(of, data) if of is not None else True
    listed = [decide(v, data) for v in values.children if v.is_named] if values is not None else []
    return chosen is not None and bool(listed) and all(v is not None and v != chosen for v in listed)


def _never(loop: Node, data: bytes, decide: Decide) -> bool:
    condition = next((c for c in loop.children if c.is_named and c.type not in ("block", "range_clause")), None)
    if condition is not None and condition.type == "for_clause":
        condition = condition.child_by_field_name("condition")
    return condition is not None and decide(condition, data) is False


def _behind_end(child: Node, block: Node, data: bytes, decide: Decide) -> bool:
    ended = False
    for statement in block.children:
        if statement.type == "labeled_statement":
            ended = False
        if statement.start_byte >= child.start_byte:
            return ended
        ended = ended or _ends(statement, data, decide)
    return False


def _ends(statement: Node, data: bytes, decide: Decide) -> bool:
    if statement.type in _ENDS:
        return True
    if statement.type == "expression_statement":
        return data.startswith(b"panic(", statement.start_byte)
    if statement.type != "if_statement":
        return False
    condition, body = statement.child_by_field_name("condition"), statement.child_by_field_name("consequence")
    if condition is None or body is None or decide(condition, data) is not True:
        return False
    inner = [c for c in body.children if c.is_named]
    if len(inner) == 1 and inner[0].type == "statement_list":
        inner = [c for c in inner[0].children if c.is_named]
    return bool(inner) and _ends(inner[-1], data, decide)


def _text(node: Node, data: bytes) -> str:
    return data[node.start_byte : node.end_byte].decode("utf-8", "replace")


def _declares(node: Node, parent: Node) -> bool:
    if parent.type in (*_FUNCTIONS, "var_spec", "const_spec", "parameter_declaration", "type_spec", "type_alias"):
        return node in parent.children_by_field_name("name")
    if parent.type == "literal_element" and parent.parent is not None and parent.parent.type == "keyed_element":
        # `T{f: 1}`: a field, or in a map the func itself; a field it is far more often.
        return parent.parent.children[0] == parent
    statement = parent.parent
    if parent.type == "expression_list" and statement is not None and statement.type in _DEFINING:
        return parent == statement.child_by_field_name("left") and any(c.type == ":=" for c in statement.children)
    return parent.type == "keyed_element" and parent.children[0] == node


def _package_level(spec: Node) -> bool:
    holder = spec.parent
    while holder is not None and holder.type in ("var_declaration", "var_spec_list", "ERROR"):
        holder = holder.parent
    return holder is None or holder.type == "source_file"


def _blank(spec: Node, data: bytes) -> bool:
    names = spec.children_by_field_name("name")
    return bool(names) and all(data[n.start_byte : n.end_byte] == b"_" for n in names)
