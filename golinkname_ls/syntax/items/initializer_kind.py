"""The initialiser of a var: its text as far as the type depends on it, and whether it is data at compile time."""

from __future__ import annotations

from collections.abc import Iterator

from tree_sitter import Node

from golinkname_ls.syntax.expressions.one_line_text import flatten
from golinkname_ls.syntax.tree.go_tree import node_text

_LITERALS = frozenset(
    {
        "int_literal",
        "float_literal",
        "imaginary_literal",
        "rune_literal",
        "interpreted_string_literal",
        "raw_string_literal",
        "true",
    }
)
_EMPTY_TEXT = frozenset({'""', "``", "0", "0.0", "'\\x00'", "0x0"})


def reduced(node: Node, data: bytes) -> str:
    """The initialiser's text with everything dropped that cannot change its type.

    Function bodies, the elements of composite literals (but for the length of a `[...]T`) and the text of
    strings go.
    """
    cuts: list[tuple[int, int, bytes]] = []
    _collect(node, data, cuts)
    out, at = bytearray(), node.start_byte
    for start, end, text in sorted(cuts):
        out += data[at:start] + text
        at = end
    out += data[at : node.end_byte]
    return flatten(out.decode("utf-8", "replace"))


def _collect(node: Node, data: bytes, cuts: list[tuple[int, int, bytes]]) -> None:
    if node.type == "func_literal":
        body = node.child_by_field_name("body")
        if body is not None:
            cuts.append((body.start_byte, body.end_byte, b"{}"))
        return
    if node.type in ("interpreted_string_literal", "raw_string_literal"):
        cuts.append((node.start_byte, node.end_byte, b'""'))
        return
    if node.type == "composite_literal":
        body, kind = node.child_by_field_name("body"), node.child_by_field_name("type")
        if body is not None:
            keep = _lengths(body, data) if kind is not None and kind.type == "implicit_length_array_type" else b"{}"
            cuts.append((body.start_byte, body.end_byte, keep))
        return
    for child in node.children:
        if child.child_count or child.type.endswith("_literal"):
            _collect(child, data, cuts)


def _lengths(body: Node, data: bytes) -> bytes:
    parts, plain = [], 0
    for element in body.children:
        if element.type == "keyed_element":
            parts.append(data[element.children[0].start_byte : element.children[0].end_byte] + b": 0")
            plain = 0
        elif element.type == "literal_element":
            parts.append(b"0")
            plain += 1
    if plain == len(parts) > 1:
        return b"{%d: 0}" % (plain - 1)
    return b"{" + b", ".join(parts) + b"}"


def classify(node: Node, data: bytes) -> str:
    """Kind of an initial value: `zero`, `static`, `reference` or `dynamic`, by when its data is known.

    A `reference` depends on what a name stands for, a `dynamic` value is computed by code. After
    cmd/compile/internal/staticinit/sched.go. What is nested too deep to be followed is taken for `dynamic`.
    """
    try:
        return _classify(node, data)
    except RecursionError:
        return "dynamic"


def _classify(node: Node, data: bytes) -> str:
    kind = node.type
    if kind in ("nil", "false") or node_text(node, data) in _EMPTY_TEXT:
        return "zero"
    if kind in _LITERALS or kind == "func_literal":
        return "static"
    if kind in ("identifier", "selector_expression", "iota"):
        return "reference"
    if kind == "parenthesized_expression" or kind == "literal_element":
        inner = next(_parts(node), None)
        return _classify(inner, data) if inner is not None else "zero"
    if kind == "unary_expression":
        operand = node.child_by_field_name("operand")
        if operand is None or data[node.start_byte : node.start_byte + 2] == b"<-":
            return "dynamic"
        of = _classify(operand, data)
        address = data[node.start_byte : node.start_byte + 1] == b"&"
        return "static" if address and of != "dynamic" else of
    if kind == "binary_expression":
        sides = {_classify(c, data) for c in _joined(node)}
        return "dynamic" if "dynamic" in sides else ("reference" if "reference" in sides else "static")
    if kind == "composite_literal":
        return _composite(node, data)
    return "dynamic"


def _joined(node: Node) -> Iterator[Node]:
    """Operands of a tree of binary operators, however many: generated code joins thousands of strings."""
    stack = [node]
    while stack:
        found = stack.pop()
        if found.type == "binary_expression":
            stack += _parts(found)
        else:
            yield found


def _parts(node: Node) -> Iterator[Node]:
    return (c for c in node.children if c.is_named and c.type != "comment")


def _composite(node: Node, data: bytes) -> str:
    kind, body = node.child_by_field_name("type"), node.child_by_field_name("body")
    if kind is not None and kind.type == "map_type":
        return "dynamic"
    values = set()
    for element in body.children if body is not None else ():
        value = [*_parts(element)][-1] if element.type == "keyed_element" else element
        if value.type == "literal_element":
            inner = next(_parts(value), None)
            if inner is not None:
                values.add(_composite_body(inner, data) if inner.type == "literal_value" else _classify(inner, data))
    if "dynamic" in values:
        return "dynamic"
    empty = values <= {"zero"}
    if empty and (kind is None or kind.type != "slice_type"):
        return "zero"
    return "reference" if "reference" in values else "static"


def _composite_body(body: Node, data: bytes) -> str:
    values = set()
    for element in body.children:
        value = [*_parts(element)][-1] if element.type == "keyed_element" else element
        inner = next(_parts(value), None)
        if value.type == "literal_element" and inner is not None:
            values.add(_composite_body(inner, data) if inner.type == "literal_value" else _classify(inner, data))
    if "dynamic" in values:
        return "dynamic"
    return "zero" if values <= {"zero"} else ("reference" if "reference" in values else "static")
