"""Does live code of a file mention a package-level name? (What makes the compiler emit a reference to it.)"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum

from tree_sitter import Node

from golinkname_ls.syntax.constant import Decide
from golinkname_ls.syntax.dead_local import unread
from golinkname_ls.syntax.discard import thrown_away
from golinkname_ls.syntax.predeclared import ALIASES, BASIC
from golinkname_ls.syntax.reach import dropped, lost
from golinkname_ls.syntax.shadow import binding, declaring

_WORD = frozenset(b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_")
_FUNCTIONS = frozenset({"function_declaration", "method_declaration"})
_NAMING = _FUNCTIONS | {
    "var_spec",
    "const_spec",
    "parameter_declaration",
    "type_parameter_declaration",
    "type_spec",
    "type_alias",
}
_DEFERRING = frozenset({"go_statement", "defer_statement"})
_DEEP = 100
_DEFINING = frozenset({"short_var_declaration", "range_clause", "receive_statement"})
_NAMES = ("identifier", "type_identifier")
_SELECTORS = ("field_identifier",)
_INSTANCES = frozenset({"type_instantiation_expression", "index_expression", "generic_type"})
_MEASURING = frozenset({"len", "cap"})
_PANICKING = frozenset({"index_expression", "slice_expression", "type_assertion_expression"})
# Conversions to these are no calls: nothing runs.
_CONVERTING = frozenset((*BASIC, *ALIASES, "any", "error"))


class Need(IntEnum):
    """What a place must do with a name to count, each more than the one before."""

    NAME = 0
    """Name it: the object file then lists it."""
    SYMBOL = 1
    """Refer to it there: values that are thrown away do not."""
    VALUE = 2
    """Do so other than by calling it."""


def references(
    root: Node,
    data: bytes,
    word: bytes,
    decide: Decide,
    low: int = 0,
    high: int | None = None,
    *,
    need: Need = Need.NAME,
) -> Iterator[str]:
    """One item for each place in the bytes [low, high) where compiled code refers to the package-level name `word`.

    `root` is the tree of `data`. The item is "", or the name of the generic func or type that the place belongs to:
    then it is compiled only if something instantiates that one.

    Not counted: its own declaration, `var _ = name`, code that a constant condition drops or that stands behind a
    return, fields and methods of the same name, places where a local declaration hides it. For a `word` that begins with
    a dot it is the selectors of that name that count, whatever they select; for `package.Name` those of that import.
    """
    qualifier, _, bare = word.rpartition(b".")
    kinds = _NAMES if bare == word else _SELECTORS
    for node in places(root, data, bare, low, high):
        if node.type in kinds and node.end_byte - node.start_byte == len(bare):
            place = _of_import(node, data, qualifier) if qualifier else node
            if place is None:
                continue
            try:
                deep = _is_deep(data, low, node.start_byte)
                found = _live(place, data, word, decide, deep=deep, need=need)
            except RecursionError:
                # Statements before it nest too deep to be followed: then control may come here.
                found = _live(place, data, word, decide, deep=True, need=need)
            if found is not None:
                yield found


def compiled(node: Node, data: bytes, decide: Decide) -> str | None:
    """Whether the compiler certainly keeps the code of a node: "", or the generic that it belongs to; None if not."""
    calls = _Calls(data, decide)
    child, parent = node, node.parent
    try:
        while parent is not None and parent.type != "source_file":
            if dropped(child, parent, data, decide):
                return None
            if parent.type == "func_literal" and thrown_away(parent, data, calls):
                return None
            if parent.type == "var_spec" and _package_level(parent) and _blank(parent, child, data):
                return None
            child, parent = parent, parent.parent
    except RecursionError:
        return None
    return _item(child, data)


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


def _is_deep(data: bytes, low: int, at: int) -> bool:
    """Whether more brackets are open at a place than anybody writes: whether control comes there takes too long to say."""
    opened = (data.count(o, low, at) - data.count(c, low, at) for o, c in ((b"{", b"}"), (b"(", b")")))
    return max(opened) > _DEEP


def _live(node: Node, data: bytes, word: bytes, decide: Decide, *, deep: bool, need: Need) -> str | None:
    """As an item of `references`; None for what does not count. In `deep` code all of it is reached."""
    child, parent = node, node.parent
    if parent is not None and _declares(child, parent):
        return None
    if need is Need.VALUE and _is_called(node):
        return None
    calls, plain = _Calls(data, decide), Decide(decide.facts, plain=True)
    used = need > Need.NAME and not deep
    if _address_compared(node, data) or (used and thrown_away(node, data, calls)):
        return None
    # The mention of an instantiation makes the instance, whatever becomes of the value.
    called = parent is not None and parent.type in _INSTANCES and parent.children[0] == node
    value, enclosing, may_panic, compiled = node, list[Node](), False, False
    # An object file lists what a literal's code names, and the values of funcs, before anything is optimised.
    listed = need is Need.NAME and not _is_called(node)
    if listed and not deep and decide.facts.drops_unread and unread(node, data, _Calls(data, plain)):
        return None
    while parent is not None and parent.type != "source_file":
        if parent.type == "call_expression":
            enclosing.append(parent)
        may_panic = may_panic or _may_panic(child, parent, data)
        if parent.type == "expression_list":
            value = child
        if parent.type == "var_spec" and not called and _package_level(parent) and _blank(parent, value, data):
            nothing_runs = not may_panic and not (compiled and need is Need.NAME) and all(map(calls.leaves, enclosing))
            if nothing_runs:
                return None
        seen = plain if listed else decide
        compiled = compiled or parent.type == "func_literal"
        listed = listed or (need is Need.NAME and compiled)
        if (not deep and dropped(child, parent, data, seen)) or declaring(child, parent, data, word) is not None:
            return None
        if used and parent.type == "func_literal" and thrown_away(parent, data, calls):
            return None
        child, parent = parent, parent.parent
    return _item(child, data)


def _item(declaration: Node, data: bytes) -> str | None:
    if declaration.type not in _FUNCTIONS:
        return ""
    name = declaration.child_by_field_name("name")
    # Nothing is made of a func that has no name.
    return None if name is not None and _text(name, data) == "_" else _generic(declaration, data)


@dataclass(frozen=True, slots=True)
class _Calls:
    """What becomes of the values of funcs in one file."""

    data: bytes
    decide: Decide

    def converts(self, call: Node) -> bool:
        function = call.child_by_field_name("function")
        if function is None or function.type not in ("identifier", "selector_expression"):
            return False
        word = _text(function, self.data)
        facts = self.decide.facts
        return not facts.is_func(word) if word in _CONVERTING else facts.is_type(word)

    def leaves(self, call: Node) -> bool:
        """Whether nothing runs for a call: a conversion, or a builtin that measures."""
        function = call.child_by_field_name("function")
        word = _text(function, self.data) if function is not None else ""
        return self.converts(call) or (word in _MEASURING and not self.decide.facts.is_func(word))

    def ignores(self, call: Node, argument: Node, *, plain: bool = False) -> bool:
        given = argument.parent
        facts = self.decide.facts
        inlined = facts.inlines_late or call.parent is None or call.parent.type not in _DEFERRING
        if given is None or not inlined:
            return False
        arguments = [c for c in given.children if c.is_named and c.type != "comment"]
        return facts.ignores(call, self.data, arguments.index(argument), plain=plain)

    def lost(self, node: Node) -> bool:
        return lost(node, self.data, self.decide)


def _of_import(field: Node, data: bytes, qualifier: bytes) -> Node | None:
    """The selector that a field belongs to, if it is of what the file calls `qualifier` and nothing local hides that."""
    selector = field.parent
    operand = selector.child_by_field_name("operand") if selector is not None else None
    if operand is None or operand.type != "identifier" or data[operand.start_byte : operand.end_byte] != qualifier:
        return None
    return selector if binding(operand, data) is None else None


def _address_compared(node: Node, data: bytes) -> bool:
    """Whether a name stands in `&name != nil`, which the compiler answers by itself."""
    address = node.parent
    compare = address.parent if address is not None and address.type == "unary_expression" else None
    if address is None or compare is None or compare.type != "binary_expression":
        return False
    return data.startswith(b"&", address.start_byte) and any(c.type == "nil" for c in compare.children)


def _is_called(name: Node) -> bool:
    """Whether a name, or a selector, stands where a call has its func; what `go` and `defer` call is made a value of."""
    child, parent = name, name.parent
    while parent is not None and parent.type in ("parenthesized_expression", "selector_expression"):
        if parent.type == "selector_expression" and child != parent.child_by_field_name("field"):
            return False
        child, parent = parent, parent.parent
    if parent is None or parent.type != "call_expression" or child != parent.child_by_field_name("function"):
        return False
    return parent.parent is None or parent.parent.type not in _DEFERRING


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


def _text(node: Node, data: bytes) -> str:
    return data[node.start_byte : node.end_byte].decode("utf-8", "replace")


def _declares(node: Node, parent: Node) -> bool:
    if parent.type in _NAMING:
        return node in parent.children_by_field_name("name")
    if parent.type == "literal_element" and parent.parent is not None and parent.parent.type == "keyed_element":
        # `T{f: 1}`: a field, or in a map the func itself; a field it is far more often.
        return parent.parent.children[0] == parent
    statement = parent.parent
    if parent.type == "expression_list" and statement is not None and statement.type in _DEFINING:
        return parent == statement.child_by_field_name("left") and any(c.type == ":=" for c in statement.children)
    if parent.type == "expression_list" and statement is not None and statement.type == "type_switch_statement":
        return parent == statement.child_by_field_name("alias")
    return parent.type == "keyed_element" and parent.children[0] == node


def _may_panic(child: Node, parent: Node, data: bytes) -> bool:
    """Whether an expression may panic with what stands in it: then it is computed, whatever becomes of it."""
    if parent.type == "unary_expression":
        return data.startswith(b"*", parent.start_byte)
    if parent.type == "selector_expression":
        # By a pointer.
        return child.type == "parenthesized_expression"
    return parent.type in _PANICKING


def _package_level(spec: Node) -> bool:
    holder = spec.parent
    while holder is not None and holder.type in ("var_declaration", "var_spec_list", "ERROR"):
        holder = holder.parent
    return holder is None or holder.type == "source_file"


def _blank(spec: Node, value: Node, data: bytes) -> bool:
    """Whether the value goes to names that are all `_`."""
    names = [n for n in spec.children_by_field_name("name") if n.is_named]
    holder = spec.child_by_field_name("value")
    values = [n for n in holder.children if n.is_named] if holder is not None else []
    if len(names) == len(values) and value in values:
        names = [names[values.index(value)]]
    return bool(names) and all(data[n.start_byte : n.end_byte] == b"_" for n in names)
