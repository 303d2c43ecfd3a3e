"""Calls that the compiler puts a func's body in the place of (cmd/compile/internal/inline), and what it knows of them then."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from tree_sitter import Node

from golinkname_ls.linking.callee import Callee, callee, std_name
from golinkname_ls.linking.fixed_constants import PURE
from golinkname_ls.syntax.block import LONGEST_INLINED
from golinkname_ls.syntax.constant import NILLABLE, Decide, Given, Value, nilness, value_of
from golinkname_ls.syntax.func_parts import Parameter, arguments, declared, parameters, results
from golinkname_ls.syntax.local_value import Asked, changes
from golinkname_ls.syntax.predeclared import ALIASES, BASIC, INTERFACES
from golinkname_ls.syntax.reach import ends, lost
from golinkname_ls.syntax.tree import node_text

if TYPE_CHECKING:
    from golinkname_ls.linking.package_facts import PackageFacts

# cmd/compile/internal/inline/inl.go (1.27.3:51): inlineMaxBudget, and inlineExtraCallCost for a call that stays one.
_BUDGET, _CALL_COST = 80, 57
# One of them is in every body that control does not leave, but for calls of such.
_STAYING = (b"panic(", b"for ", b"for{", b"goto ")
# Funcs within funcs.
_DEEP = 10
# hairyVisitor.doNode (1.27.3:531).
_NEVER = frozenset({"go_statement", "defer_statement", "select_statement"})
_FREE = frozenset(
    {
        "argument_list",
        "block",
        "comment",
        "escape_sequence",
        "expression_list",
        "expression_statement",
        "interpreted_string_literal_content",
        "parameter_list",
        "parenthesized_expression",
        "raw_string_literal_content",
        "statement_list",
    }
)
# Of std's funcs whose bodies the catalog does not have: errors/errors.go.
_NOT_NIL = frozenset({("errors", "New")})
_BUILTINS = frozenset(
    {"len", "cap", "print", "println", "panic", "min", "max", "new", "make", "append", "copy", "delete", "close"}
)


def given(facts: PackageFacts, call: Node, data: bytes, result: int) -> Given:
    """The value that every `return` of the called func gives, as far as control may come there."""
    named = std_name(call, data, facts)
    if named in PURE:
        return _computed(named, facts, call, data)
    found = _returned(facts, call, data, result)
    values = [value_of(r.node, r.data, r.facts) for r in found]
    if not values or values[0] is None or any(v != values[0] or type(v) is not type(values[0]) for v in values):
        return Given()
    value, kind = values[0], node_text(found[0].kind, found[0].data)
    literal = _literal(value)
    if ALIASES.get(kind, kind) in BASIC:
        return Given(value, f"{kind}({literal})")
    if kind in INTERFACES or found[0].kind.type not in ("type_identifier", "qualified_type"):
        return Given()
    return Given(value, f"{kind}({literal})" if kind.isidentifier() and found[0].facts.path == facts.path else "")


def gives_nil(facts: PackageFacts, call: Node, data: bytes, result: int) -> bool | None:
    """Whether that is nil."""
    if std_name(call, data, facts) in _NOT_NIL:
        return False
    answers = {_nilness(r.node, r.data, r.facts, r.kind) for r in _returned(facts, call, data, result)}
    return answers.pop() if len(answers) == 1 else None


def _nilness(node: Node, data: bytes, facts: PackageFacts, kind: Node) -> bool | None:
    """Whether a value is nil that is given to something of a type: a nil pointer in an interface makes it none."""
    found = nilness(node, data, facts)
    return None if found and kind.type not in NILLABLE and node.type != "nil" else found


def never_returns(facts: PackageFacts, call: Node, data: bytes) -> bool:
    """Whether the func's body ends in a panic, or never ends, wherever control may come in it."""
    known = callee(call, data, facts)
    if known is None or not any(word in known.data for word in _STAYING):
        return False
    found = _entered(facts, call, data)
    body = found.function.child_by_field_name("body") if found is not None else None
    if found is None or body is None:
        return False
    decide = Decide(found.facts)
    returns = (s for s in _inside(body, "return_statement") if not lost(s, found.data, decide))
    return ends(body, found.data, decide) and next(returns, None) is None


def ignores(facts: PackageFacts, call: Node, data: bytes, position: int, *, plain: bool = False) -> bool:
    """Whether a func is inlined and does nothing with the argument at `position`, from 0.

    With `plain` the parameter has a func's type without a name, so that a func is given to it as it is.
    """
    found = callee(call, data, facts)
    if found is None or not is_inlined(found):
        return False
    given = _single(found.function)
    if position >= len(given):
        return False
    name, kind, _ = given[position]
    body = found.function.child_by_field_name("body")
    if body is None or (plain and kind.type != "function_type" and not _is_parameter(kind, found)):
        return False
    word = node_text(name, found.data) if name is not None else "_"
    return word == "_" or not re.search(rf"(?<![\w.]){re.escape(word)}\b", node_text(body, found.data))


def _is_parameter(kind: Node, found: Callee) -> bool:
    """Whether a type is one of the func's type parameters."""
    holder = found.function.child_by_field_name("type_parameters")
    given = [n for p in holder.children for n in p.children_by_field_name("name")] if holder is not None else []
    return any(node_text(name, found.data) == node_text(kind, found.data) for name in given)


def _computed(name: tuple[str, str], facts: PackageFacts, call: Node, data: bytes) -> Given:
    """What a func of std gives for arguments that are known."""
    given = arguments(call)
    values = [value_of(argument, data, facts) for argument in given]
    answer = PURE[name](values, facts.folds_slices) if None not in values else None
    return Given(answer, _literal(answer)) if answer is not None else Given()


class _Returned(NamedTuple):
    """An expression that a call may give, with the type of the result, both in `data`, and the facts of its file."""

    node: Node
    data: bytes
    facts: PackageFacts
    kind: Node


def _entered(facts: PackageFacts, call: Node, data: bytes) -> Callee | None:
    """The func whose body is put in the place of a call, with what its parameters are given there."""
    found = callee(call, data, facts)
    if found is None or found.name in facts.within or len(facts.within) >= _DEEP or not is_inlined(found):
        return None
    known = tuple(_arguments(found, call, data, facts))
    return replace(found, facts=replace(found.facts, arguments=known, within=(*facts.within, found.name)))


def _returned(facts: PackageFacts, call: Node, data: bytes, result: int) -> list[_Returned]:
    """What a call may give where its func's body is put there; empty where that is not known."""
    found = _entered(facts, call, data)
    body = found.function.child_by_field_name("body") if found is not None else None
    given = list(results(found.function)) if found is not None else []
    if found is None or body is None or result >= len(given):
        return []
    name, kind, _ = given[result]
    decide = Decide(found.facts)
    out: list[_Returned] = []
    for statement in _inside(body, "return_statement"):
        if lost(statement, found.data, decide):
            continue
        values = [v for c in statement.children if c.type == "expression_list" for v in c.children if v.is_named]
        if len(values) == len(given):
            out.append(_Returned(values[result], found.data, found.facts, kind))
        elif not values and name is not None and not changes(name, found.data, Asked(statement)):
            out.append(_Returned(name, found.data, found.facts, kind))
        else:
            several = _returned(found.facts, values[0], found.data, result) if len(values) == 1 else []
            if not several:
                return []
            out += several
    return out


def _arguments(found: Callee, call: Node, data: bytes, facts: PackageFacts) -> Iterator[tuple[str, str]]:
    """The parameters of which it is known what they are given."""
    taken = _single(found.function)
    given = arguments(call)
    if found.function.type == "method_declaration":
        receiver = found.function.child_by_field_name("receiver")
        taken = [*declared(receiver), *taken]
        if found.receiver is None:
            return
        given = [found.receiver, *given]
    for (name, kind, _), argument in zip(taken, given, strict=False):
        if name is None:
            continue
        value = value_of(argument, data, facts)
        if value is not None:
            generic = _is_parameter(kind, found)
            text = _literal(value) if generic else f"{node_text(kind, found.data)}({_literal(value)})"
            yield node_text(name, found.data), text
        elif _nilness(argument, data, facts, kind):
            yield node_text(name, found.data), "nil"


def _literal(value: Value) -> str:
    return (
        str(value).lower() if isinstance(value, bool) else str(value) if isinstance(value, int) else json.dumps(value)
    )


def is_inlined(found: Callee) -> bool:
    """Whether the compiler puts the body in the place of calls, as far as its counting is followed."""
    return found.function.end_byte - found.function.start_byte <= LONGEST_INLINED and _cost(found, ()) <= _BUDGET


def _cost(found: Callee, within: tuple[str, ...]) -> int:
    """What hairyVisitor counts, as near as may be: each node, and for a call the body that is put there, or a call's cost."""
    body = found.function.child_by_field_name("body")
    if body is None or found.name in within or len(within) >= _DEEP:
        return _BUDGET + 1
    total, stack = 0, [body]
    while stack and total <= _BUDGET:
        node = stack.pop()
        if node.type in _NEVER:
            return _BUDGET + 1
        total += node.is_named and node.type not in _FREE
        if node.type == "call_expression":
            total += _call_cost(node, found, within)
        stack.extend(node.children)
    return total


def _call_cost(call: Node, found: Callee, within: tuple[str, ...]) -> int:
    function = call.child_by_field_name("function")
    name = node_text(function, found.data) if function is not None else ""
    if name == "recover":
        return _BUDGET + 1
    if name in _BUILTINS or found.facts.is_type(name):
        return -1  # It has no node for the name.
    inner = callee(call, found.data, found.facts)
    cost = _cost(inner, (*within, found.name)) if inner is not None else _BUDGET + 1
    return cost if cost <= _BUDGET else _CALL_COST


def _single(function: Node) -> list[Parameter]:
    """The parameters that are one argument each; a variadic one is the last."""
    return [p for p in parameters(function) if not p.variadic]


def _inside(node: Node, kind: str) -> Iterator[Node]:
    """The nodes of a kind in a func's body, those of the literals in it aside."""
    stack = [node]
    while stack:
        at = stack.pop()
        if at.type == kind:
            yield at
        elif at.type != "func_literal":
            stack.extend(at.children)
