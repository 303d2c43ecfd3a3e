"""Expressions and types read from the nodes of a tree: what is written, without what its names mean."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from tree_sitter import Node

from golinkname_ls.syntax.expressions import expression as e
from golinkname_ls.syntax.tree.go_tree import node_text


class Unreadable(Exception):
    """A node that is not the Go syntax asked for."""


def expression_of(node: Node, data: bytes) -> e.Expression | None:
    """The expression or type that a node of the tree of `data` is; None for what is neither, or nested too deep."""
    try:
        return read_expression(node, data)
    except (Unreadable, RecursionError):
        return None


def func_type_of(node: Node, data: bytes) -> e.FuncType | None:
    """The signature of a func that is declared at a node of the tree of `data`; None where it cannot be read."""
    try:
        return read_func_type(node, data)
    except (Unreadable, RecursionError):
        return None


def _named(node: Node) -> list[Node]:
    return [c for c in node.children if c.is_named and c.type != "comment"]


def only_child(node: Node) -> Node:
    """The one child that means something; raises Unreadable where there is none, or more."""
    found = _named(node)
    if len(found) != 1:
        raise Unreadable(node.type)
    return found[0]


def _field(node: Node, name: str) -> Node:
    child = node.child_by_field_name(name)
    if child is None:
        raise Unreadable(f"{node.type} without {name}")
    return child


def read_expression(node: Node, data: bytes) -> e.Expression:
    """The expression or type at a node; raises Unreadable."""
    read = _READERS.get(node.type)
    if read is None:
        raise Unreadable(node.type)
    return read(node, data)


def _inner(node: Node, data: bytes) -> e.Expression:
    return read_expression(only_child(node), data)


def _in(field: str, node: Node, data: bytes) -> e.Expression:
    return read_expression(_field(node, field), data)


def _name(node: Node, data: bytes) -> e.Expression:
    return e.Name(node_text(node, data))


def _literal(kind: str) -> Callable[[Node, bytes], e.Expression]:
    return lambda node, data: e.Literal(kind, node_text(node, data))


def _selector(node: Node, data: bytes) -> e.Expression:
    return e.Select(_in("operand", node, data), node_text(_field(node, "field"), data))


def _qualified(node: Node, data: bytes) -> e.Expression:
    return e.Select(e.Name(node_text(_field(node, "package"), data)), node_text(_field(node, "name"), data))


def _generic(node: Node, data: bytes) -> e.Expression:
    return e.Index(_in("type", node, data), _type_arguments(_field(node, "type_arguments"), data))


def _type_arguments(node: Node, data: bytes) -> tuple[e.Expression, ...]:
    return tuple(read_expression(child, data) for child in _named(node))


def _index(node: Node, data: bytes) -> e.Expression:
    arguments = tuple(read_expression(n, data) for n in node.children_by_field_name("index"))
    return e.Index(_in("operand", node, data), arguments)


def _call(node: Node, data: bytes) -> e.Expression:
    function = _in("function", node, data)
    explicit = node.child_by_field_name("type_arguments")
    if explicit is not None:
        function = e.Index(function, _type_arguments(explicit, data))
    nodes = _named(_field(node, "arguments"))
    spread = bool(nodes) and nodes[-1].type == "variadic_argument"
    arguments = tuple(_inner(n, data) if n.type == "variadic_argument" else read_expression(n, data) for n in nodes)
    return e.Call(function, arguments, spread)


def _conversion(node: Node, data: bytes) -> e.Expression:
    return e.Call(_in("type", node, data), (_in("operand", node, data),))


def _unary(node: Node, data: bytes) -> e.Expression:
    operator, operand = node_text(_field(node, "operator"), data), _in("operand", node, data)
    return e.Star(operand) if operator == "*" else e.Unary(operator, operand)


def _binary(node: Node, data: bytes) -> e.Expression:
    operator = node_text(_field(node, "operator"), data)
    return e.Binary(operator, _in("left", node, data), _in("right", node, data))


def _composite(node: Node, data: bytes) -> e.Expression:
    keys: list[e.Expression | None] = []
    for element in _named(_field(node, "body")):
        key = element.child_by_field_name("key") if element.type == "keyed_element" else None
        inner = only_child(key) if key is not None else None
        keys.append(read_expression(inner, data) if inner is not None and inner.type != "literal_value" else None)
    return e.Composite(_in("type", node, data), tuple(keys))


def _open_array(node: Node, data: bytes) -> e.Expression:
    return e.ArrayType(None, _in("element", node, data))


def _channel(node: Node, data: bytes) -> e.Expression:
    text = data[node.start_byte : _field(node, "value").start_byte]
    direction = "receive" if text.lstrip().startswith(b"<-") else ("send" if b"<-" in text else "both")
    return e.ChanType(direction, _in("value", node, data))


def read_func_type(node: Node, data: bytes) -> e.FuncType:
    """The parameters and results of a func at a node; raises Unreadable."""
    result = node.child_by_field_name("result")
    if result is None:
        results: tuple[e.Parameter, ...] = ()
    elif result.type == "parameter_list":
        results = tuple(_parameters(result, data))
    else:
        results = (e.Parameter("", read_expression(result, data)),)
    return e.FuncType(tuple(_parameters(_field(node, "parameters"), data)), results)


def _parameters(holder: Node, data: bytes) -> Iterator[e.Parameter]:
    found: list[e.Parameter] = []
    for child in _named(holder):
        names = [node_text(n, data) for n in child.children_by_field_name("name") if n.is_named]
        kind = _in("type", child, data)
        variadic = child.type == "variadic_parameter_declaration"
        found.extend(e.Parameter(name, kind, variadic) for name in names or [""])
    yield from _regrouped(found)


def _regrouped(parameters: list[e.Parameter]) -> list[e.Parameter]:
    """The list as Go reads it: with one name in it, what looks like a lone type is a name, too.

    The grammar gives up on the first of a long list of names (`trap, nargs, a1, …, a9 uintptr`).
    """
    if not any(p.name for p in parameters):
        return parameters
    result: list[e.Parameter] = []
    for parameter in reversed(parameters):
        if not parameter.name and isinstance(parameter.type, e.Name) and result:
            parameter = e.Parameter(parameter.type.name, result[-1].type, result[-1].variadic)
        result.append(parameter)
    return result[::-1]


def _struct(node: Node, data: bytes) -> e.Expression:
    fields: list[e.Field] = []
    for child in _named(only_child(node)):
        names = [n for n in child.children_by_field_name("name") if n.is_named]
        kind = _in("type", child, data)
        tag = child.child_by_field_name("tag")
        text = node_text(tag, data) if tag is not None else ""
        if names:
            fields.extend(e.Field(node_text(n, data), kind, False, text) for n in names)
        else:
            pointer = any(c.type == "*" for c in child.children)
            fields.append(e.Field(embedded_name(kind), e.Star(kind) if pointer else kind, True, text))
    return e.StructType(tuple(fields))


def embedded_name(kind: e.Expression) -> str:
    """The field name of an embedded type; "" for what cannot be embedded."""
    if isinstance(kind, e.Star):
        return embedded_name(kind.operand)
    if isinstance(kind, e.Index):
        return embedded_name(kind.operand)
    return kind.name if isinstance(kind, e.Name | e.Select) else ""


def _interface(node: Node, data: bytes) -> e.Expression:
    methods: list[e.Method] = []
    embedded: list[e.Expression] = []
    for child in _named(node):
        if child.type == "method_elem":
            methods.append(e.Method(node_text(_field(child, "name"), data), read_func_type(child, data)))
        else:
            embedded.append(read_expression(child, data))
    return e.InterfaceType(tuple(methods), tuple(embedded))


def _union(node: Node, data: bytes) -> e.Expression:
    terms = []
    for child in _named(node):
        tilde = child.type == "negated_type"
        terms.append(e.Term(tilde, _inner(child, data) if tilde else read_expression(child, data)))
    if len(terms) == 1 and not terms[0].tilde:
        return terms[0].type
    return e.UnionType(tuple(terms))


def read_type_parameters(node: Node, data: bytes) -> tuple[e.TypeParameter, ...]:
    """The type parameters of a list; raises Unreadable."""
    found: list[e.TypeParameter] = []
    for child in _named(node):
        constraint = _union(_field(child, "type"), data)
        found.extend(
            e.TypeParameter(node_text(n, data), constraint) for n in child.children_by_field_name("name") if n.is_named
        )
    return tuple(found)


_READERS: dict[str, Callable[[Node, bytes], e.Expression]] = {
    **dict.fromkeys(("identifier", "type_identifier", "nil", "true", "false", "iota", "package_identifier"), _name),
    "int_literal": _literal("int"),
    "float_literal": _literal("float"),
    "imaginary_literal": _literal("imaginary"),
    "rune_literal": _literal("rune"),
    "interpreted_string_literal": _literal("string"),
    "raw_string_literal": _literal("string"),
    "parenthesized_expression": _inner,
    "parenthesized_type": _inner,
    "literal_element": _inner,
    "selector_expression": _selector,
    "qualified_type": _qualified,
    "generic_type": _generic,
    "type_instantiation_expression": _generic,
    "index_expression": _index,
    "slice_expression": lambda node, data: e.Slicing(_in("operand", node, data)),
    "call_expression": _call,
    "type_conversion_expression": _conversion,
    "unary_expression": _unary,
    "binary_expression": _binary,
    "composite_literal": _composite,
    "func_literal": lambda node, data: e.FuncLiteral(read_func_type(node, data)),
    "type_assertion_expression": lambda node, data: e.Assertion(_in("operand", node, data), _in("type", node, data)),
    "pointer_type": lambda node, data: e.Star(_inner(node, data)),
    "array_type": lambda node, data: e.ArrayType(_in("length", node, data), _in("element", node, data)),
    "implicit_length_array_type": _open_array,
    "slice_type": lambda node, data: e.SliceType(_in("element", node, data)),
    "map_type": lambda node, data: e.MapType(_in("key", node, data), _in("value", node, data)),
    "channel_type": _channel,
    "function_type": read_func_type,
    "struct_type": _struct,
    "interface_type": _interface,
    "type_elem": _union,
    "type_constraint": _union,
    "negated_type": lambda node, data: e.UnionType((e.Term(True, _inner(node, data)),)),
}
