"""Counts of func literals and wrappers in a func, by which the compiler numbers them.

Source: cmd/compile/internal/ir/func.go, closureName.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from tree_sitter import Node

from golinkname_ls.syntax.tree.identifier_nodes import occurrences_of

_BUILTINS = frozenset(
    b"append cap clear close complex copy delete imag len make max min new panic print println real recover".split()
)


@dataclass(slots=True)
class FuncLiterals:
    """Counts of func literals and wrappers in one func; those inside its func literals are in `literals`.

    `goes` and `defers` count the statements whose calls may need a wrapper: those with arguments, a receiver or
    results. `calls`: it calls what may be inlined and has func literals of its own.
    """

    literals: list[FuncLiterals] = field(default_factory=list)
    goes: int = 0
    defers: int = 0
    ranges: int = 0
    calls: bool = False

    @property
    def wraps(self) -> int:
        """Most wrappers that the compiler may write; those of `go` and `defer` are numbered together."""
        return self.goes + self.defers


def func_literals_in(nodes: list[Node], data: bytes) -> FuncLiterals:
    """Counts of func literals and wrappers in pieces of code, such as a func's body."""
    found = FuncLiterals()
    stack = list(nodes)
    while stack:
        node = stack.pop()
        if node.type == "func_literal":
            found.literals.append(func_literals_in(node.children, data))
            continue
        if node.type in ("go_statement", "defer_statement") and not _is_bare(node):
            found.goes += node.type == "go_statement"
            found.defers += node.type == "defer_statement"
        found.ranges += node.type == "range_clause"
        if node.type == "call_expression":
            called = node.child_by_field_name("function")
            name = data[called.start_byte : called.end_byte] if called is not None else b""
            found.calls = found.calls or (name not in _BUILTINS and (called is None or called.type != "func_literal"))
        stack.extend(node.children)
    return found


def _is_bare(statement: Node) -> bool:
    """Whether a `go` or `defer` statement calls a func literal without arguments and results."""
    call = next((c for c in statement.children if c.is_named), None)
    function = call.child_by_field_name("function") if call is not None else None
    given = call.child_by_field_name("arguments") if call is not None else None
    if function is None or given is None or function.type != "func_literal":
        return False
    return function.child_by_field_name("result") is None and not any(c.is_named for c in given.children)


def takes_method_value(root: Node, data: bytes, method: bytes, extent: tuple[int, int]) -> bool:
    """Whether code in the bytes [low, high) takes a method value: `x.method` stands there without being called."""
    return any(not _is_called(node) for node in _selections(root, data, method, extent))


def _selections(root: Node, data: bytes, name: bytes, extent: tuple[int, int]) -> Iterator[Node]:
    for node in occurrences_of(root, data, name, *extent):
        selector = node.parent
        if node.type == "field_identifier" and selector is not None and selector.type == "selector_expression":
            yield selector


def _is_called(selector: Node) -> bool:
    call = selector.parent
    return call is not None and call.type == "call_expression" and call.child_by_field_name("function") == selector
