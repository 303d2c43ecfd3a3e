"""The parts of funcs and calls by their places."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from tree_sitter import Node


class Parameter(NamedTuple):
    """One parameter, result or receiver: its name, None where it has none, and its type; of a variadic one that of the elements."""

    name: Node | None
    type: Node
    variadic: bool


def parameters(function: Node) -> Iterator[Parameter]:
    """The parameters of a func, a method or a func literal, the receiver aside."""
    return declared(function.child_by_field_name("parameters"))


def results(function: Node) -> Iterator[Parameter]:
    """The results."""
    result = function.child_by_field_name("result")
    if result is not None and result.type != "parameter_list":
        yield Parameter(None, result, False)
    else:
        yield from declared(result)


def declared(holder: Node | None) -> Iterator[Parameter]:
    """What a list of parameters declares."""
    for parameter in holder.children if holder is not None else ():
        kind = parameter.child_by_field_name("type")
        variadic = parameter.type == "variadic_parameter_declaration"
        if kind is None or not (variadic or parameter.type == "parameter_declaration"):
            continue
        names = [name for name in parameter.children_by_field_name("name") if name.is_named]
        for name in names or (None,):
            yield Parameter(name, kind, variadic)


def arguments(call: Node) -> list[Node]:
    """What stands between the brackets of a call."""
    holder = call.child_by_field_name("arguments")
    return [c for c in holder.children if c.is_named and c.type != "comment"] if holder is not None else []
