"""Dead code within a func: statements and branches never reached, dropped by every release of the compiler.

    if runtime.GOOS == "plan9" { a() }     → a() is dead elsewhere
    return
    b()                                    → dead

Dead is what stands behind a constant condition, in cases of a switch that no constant chooses, and behind statements
that terminate (Go specification, "Terminating statements"), goto, break and continue among them.
"""

from __future__ import annotations

from collections.abc import Iterator

from tree_sitter import Node

from golinkname_ls.compiler.constants.conditions import Conditions, ConstantValue
from golinkname_ls.syntax.tree.local_scopes import FUNCTIONS

_JUMPS = frozenset(
    {"return_statement", "goto_statement", "break_statement", "continue_statement", "fallthrough_statement"}
)
_LISTS = frozenset({"block", "statement_list", "expression_case", "type_case", "default_case", "communication_case"})
_SWITCHES = frozenset({"expression_switch_statement", "type_switch_statement"})
_CLAUSES = frozenset({"expression_case", "type_case", "default_case", "communication_case"})
_BREAKABLE = _SWITCHES | {"for_statement", "select_statement"}
_UNEVALUATED = frozenset({"Sizeof", "Alignof", "Offsetof"})


def is_dead(child: Node, parent: Node, data: bytes, conditions: Conditions) -> bool:
    """Whether the child node is dead code although control reaches its parent."""
    kind = parent.type
    if kind == "if_statement":
        dead = _dead_branch(parent, data, conditions)
        return dead is not None and child == parent.child_by_field_name(dead)
    if kind == "for_statement":
        return child.type == "block" and conditions.value(_condition(parent), data) is False
    if kind == "for_clause" and child == parent.child_by_field_name("update"):
        return conditions.value(parent.child_by_field_name("condition"), data) is False
    if kind == "binary_expression" and child == parent.child_by_field_name("right"):
        operator, left = parent.child_by_field_name("operator"), parent.child_by_field_name("left")
        sign = _text(operator, data) if operator is not None else b""
        return sign in (b"&&", b"||") and conditions.value(left, data) is (sign == b"||")
    if kind == "expression_switch_statement" and child.type in _CLAUSES:
        return not _may_be_chosen(child, parent, data, conditions)
    if kind == "call_expression":
        return _is_unevaluated(child, parent, data, conditions)
    # Where the list itself begins, control arrives as it does at the block.
    behind = kind in _LISTS and child.type not in ("comment", "statement_list")
    return behind and not _arrives(parent, child, data, conditions)


def _dead_branch(statement: Node, data: bytes, conditions: Conditions) -> str | None:
    """The field of the branch of an `if` that is never taken, written or not; None where that is not known."""
    decided = conditions.value(statement.child_by_field_name("condition"), data)
    return {False: "consequence", True: "alternative"}.get(decided) if isinstance(decided, bool) else None


def _condition(loop: Node) -> Node | None:
    """The condition of a loop; None for `for {` and `for range`."""
    head = next((c for c in loop.children if c.is_named and c.type not in ("block", "comment")), None)
    if head is None or head.type == "range_clause":
        return None
    return head.child_by_field_name("condition") if head.type == "for_clause" else head


def _is_endless(loop: Node, data: bytes, conditions: Conditions) -> bool:
    condition = _condition(loop)
    if condition is None:
        return not any(c.type == "range_clause" for c in loop.children)
    return conditions.value(condition, data) is True


def _may_be_chosen(case: Node, switch: Node, data: bytes, conditions: Conditions) -> bool:
    """Whether control may come to a case of a switch, by its values or by `fallthrough`."""
    value = _switched(switch, data, conditions)
    clauses = [(c, _matches(c, value, data, conditions)) for c in switch.children if c.type in _CLAUSES]
    falls = settled = False
    for clause, matches in clauses:
        if clause.type == "default_case":
            # The default comes last, wherever it is written.
            chosen = all(other is not True for _, other in clauses)
        else:
            chosen = matches is not False and not settled
        if clause == case:
            return falls or chosen
        settled = settled or matches is True
        falls = (falls or chosen) and _falls_through(clause)
    return True


def _switched(switch: Node, data: bytes, conditions: Conditions) -> ConstantValue:
    of = switch.child_by_field_name("value")
    return conditions.value(of, data) if of is not None else True


def _matches(clause: Node, value: ConstantValue, data: bytes, conditions: Conditions) -> bool | None:
    """Whether a case has the value that is switched over; None where that is not known, False for a default."""
    if clause.type != "expression_case":
        return False
    values = clause.child_by_field_name("value")
    listed = [conditions.value(v, data) for v in values.children if v.is_named] if values is not None else []
    if value is None or not listed:
        return None
    found = [None if v is None else v == value and type(v) is type(value) for v in listed]
    return True if True in found else None if None in found else False


def _falls_through(clause: Node) -> bool:
    statements = list(_statements(clause))
    return bool(statements) and statements[-1].type == "fallthrough_statement"


def _is_unevaluated(child: Node, call: Node, data: bytes, conditions: Conditions) -> bool:
    """Whether a node is an operand of unsafe.Sizeof and the like, of which only the type counts."""
    function = call.child_by_field_name("function")
    if function is None or child == function:
        return False
    qualifier, _, name = _text(function, data).decode("utf-8", "replace").rpartition(".")
    return name in _UNEVALUATED and conditions.is_unsafe(qualifier)


def _arrives(holder: Node, at: Node | None, data: bytes, conditions: Conditions) -> bool:
    """Whether control that enters a list of statements comes to `at`, None for its end."""
    statements = list(_statements(holder))
    live = True
    for index, statement in enumerate(statements):
        if statement.type == "labeled_statement" and not live:
            live = _is_jumped_to(statement, statements[index + 1 :], data)
        if at is not None and statement.end_byte >= at.end_byte:
            return live or statement.start_byte > at.start_byte
        live = live and not _terminates(statement, data, conditions)
    return live


def _terminates(statement: Node, data: bytes, conditions: Conditions, label: bytes = b"") -> bool:
    """Whether a statement terminates: control never goes on to the next one. `label` is its own label."""
    kind = statement.type
    if kind in _JUMPS:
        return True
    if kind == "expression_statement":
        return data.startswith(b"panic(", statement.start_byte) and _is_predeclared(statement, data, conditions)
    if kind == "labeled_statement":
        inner = statement.children[-1]
        return inner.is_named and _terminates(inner, data, conditions, _label(statement, data))
    if kind == "block":
        return not _arrives(statement, None, data, conditions)
    if kind == "if_statement":
        dead = _dead_branch(statement, data, conditions)
        branches = [statement.child_by_field_name(f) for f in ("consequence", "alternative") if f != dead]
        return all(b is not None and _terminates(b, data, conditions) for b in branches)
    if kind not in _BREAKABLE or any(True for _ in _breaks(statement, data, label)):
        return False
    return _is_endless(statement, data, conditions) if kind == "for_statement" else _ends(statement, data, conditions)


def _ends(statement: Node, data: bytes, conditions: Conditions) -> bool:
    """Whether control ends in every case of a switch or select."""
    clauses = [c for c in statement.children if c.type in _CLAUSES]
    whole = statement.type == "select_statement" or any(c.type == "default_case" for c in clauses)
    if statement.type == "expression_switch_statement":
        value = _switched(statement, data, conditions)
        whole = whole or any(_matches(c, value, data, conditions) for c in clauses)
        clauses = [c for c in clauses if _may_be_chosen(c, statement, data, conditions)]
    return whole and all(not _arrives(c, None, data, conditions) for c in clauses)


def _is_predeclared(statement: Node, data: bytes, conditions: Conditions) -> bool:
    name = statement.descendant_for_byte_range(statement.start_byte, statement.start_byte)
    return name is not None and conditions.is_predeclared(name, data)


def _statements(holder: Node) -> Iterator[Node]:
    # A clause's own children are its values and types, too.
    inner = next((c for c in holder.children if c.type == "statement_list"), None)
    if holder.type in _CLAUSES and inner is None:
        return
    for node in (inner or holder).children:
        if node.is_named and node.type != "comment":
            yield node


def _breaks(statement: Node, data: bytes, label: bytes) -> Iterator[Node]:
    """`break` statements that leave a statement, without a label or by the label given."""
    stack = [(c, False) for c in statement.children]
    while stack:
        node, inner = stack.pop()
        if node.type == "break_statement":
            named = _label(node, data)
            if (named and named == label) or (not named and not inner):
                yield node
        elif node.type not in FUNCTIONS:
            stack.extend((c, inner or node.type in _BREAKABLE) for c in node.children)


def _is_jumped_to(labeled: Node, behind: list[Node], data: bytes) -> bool:
    """Whether a `goto` elsewhere names the label; those that only the label leads to do not count."""
    end = labeled.end_byte
    for statement in behind:
        if statement.type == "labeled_statement":
            break
        end = statement.end_byte
    function = labeled.parent
    while function is not None and function.type not in FUNCTIONS:
        function = function.parent
    label = _label(labeled, data)
    return function is None or any(
        n.type == "goto_statement" and _label(n, data) == label and not labeled.start_byte <= n.start_byte < end
        for n in _inside(function)
    )


def _label(node: Node, data: bytes) -> bytes:
    return next((_text(c, data) for c in node.children if c.type == "label_name"), b"")


def _inside(node: Node) -> Iterator[Node]:
    stack = [node]
    while stack:
        found = stack.pop()
        yield found
        stack.extend(found.children)


def _text(node: Node, data: bytes) -> bytes:
    return data[node.start_byte : node.end_byte]
