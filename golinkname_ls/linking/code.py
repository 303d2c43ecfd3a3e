"""The text of a package's code with what is known of its types, for whoever asks what the compiler makes of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from tree_sitter import Node

from golinkname_ls.golang.types import model as m
from golinkname_ls.golang.types.operand import Mode, Operand, value_of
from golinkname_ls.golang.types.universe import default_type
from golinkname_ls.linking.package_facts import PackageFacts
from golinkname_ls.syntax.local_value import typed
from golinkname_ls.syntax.shadow import binding
from golinkname_ls.syntax.tree import node_text

_TYPES = frozenset(
    {
        "array_type",
        "channel_type",
        "function_type",
        "interface_type",
        "map_type",
        "pointer_type",
        "slice_type",
        "struct_type",
    }
)


@dataclass(frozen=True, slots=True)
class Code:
    """The text of a file with what is known of its package."""

    data: bytes
    facts: PackageFacts

    def operand(self, node: Node) -> Operand | None:
        """What an expression denotes, as far as its type goes; None where that is not known."""
        text = typed(node, self.data)
        found = self.facts.denoted(text) if text else None
        if found is None or found.mode not in (Mode.VALUE, Mode.CONSTANT, Mode.TYPE):
            return None
        if found.mode is Mode.CONSTANT and text != node_text(node, self.data):
            # A local var stands for its initial value.
            return value_of(default_type(found.type))
        return found

    def value(self, node: Node) -> m.Type | None:
        """The type without a name of a value that is no constant."""
        found = self.operand(node)
        if found is None or found.mode is not Mode.VALUE or isinstance(found.type, m.TypeParameter):
            return None
        kind = m.underlying(found.type)
        return kind if kind != m.INVALID else None

    def type(self, node: Node) -> m.Type | None:
        """The type that an expression stands for; None where it is none, or not known."""
        text = typed(node, self.data)
        if node.type in _TYPES:
            made = self.facts.denoted(f"new({text})") if text else None
            return made.type.element if made is not None and isinstance(made.type, m.Pointer) else None
        found = self.facts.denoted(text) if text else None
        if found is None or not found.is_type or isinstance(found.type, m.TypeParameter):
            return None
        return found.type if found.type != m.INVALID else None

    def called(self, call: Node) -> m.Type | None:
        """The type without a name that a call converts to; None for other calls."""
        function = call.child_by_field_name("function") or call.child_by_field_name("type")
        found = self.type(function) if function is not None else None
        return m.underlying(found) if found is not None else None

    def is_builtin(self, call: Node, name: str) -> bool:
        """Whether a call is one of the predeclared func of that name."""
        function = call.child_by_field_name("function")
        if call.type != "call_expression" or function is None or function.type != "identifier":
            return False
        if node_text(function, self.data) != name or binding(function, self.data) is not None:
            return False
        return not self.facts.package.declared(name, self.facts.target, self.facts.like)


def has_methods(kind: m.Type | None) -> bool | None:
    """Whether an interface type has methods, its own or embedded ones; None for what is no interface, or not known."""
    if not isinstance(kind, m.Interface):
        return None
    if kind.methods:
        return True
    inner = [has_methods(m.underlying(embedded)) for embedded in kind.embedded]
    return None if None in inner else any(inner)


Says = Callable[[Node, Code], bool]


@dataclass(frozen=True, slots=True)
class Construct:
    """Code that makes the compiler call a func: `words` are in it, and `says` of the parent of one whether it does."""

    words: tuple[bytes, ...]
    says: Says
    what: str
