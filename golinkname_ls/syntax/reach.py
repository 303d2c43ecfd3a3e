"""Which code of a func the compiler drops: behind a constant condition, or where control never arrives.

The compiler's optimiser sees all of it (cmd/compile/internal/ssa: deadcode.go), and what it drops refers to nothing.
"""

from __future__ import annotations

from collections.abc import Iterator

from tree_sitter import Node

from golinkname_ls.syntax.constant import Decide, Value
from golinkname_ls.syntax.empty_range import holds_nothing
from golinkname_ls.syntax.known_type import never_is
from golinkname_ls.syntax.shadow import FUNCTIONS, binding

_JUMPS = frozenset(
    {"return_statement", "goto_statement", "break_statement", "continue_statement", "fallthrough_statement"}
)
# cmd/compile/internal/noder/writer.go, terminates (1.24.11:3101).
_PLAIN_ENDS = frozenset({"return_statement", "goto_statement", "expression_statement", "if_statement", "block"})
_LISTS = frozenset({"block", "statement_list", "expression_case", "type_case", "default_case", "communication_case"})
_SWITCHES = frozenset({"expression_switch_statement", "type_switch_statement"})
_CLAUSES = frozenset({"expression_case", "type_case", "default_case", "communication_case"})
_BREAKABLE = _SWITCHES | {"for_statement", "select_statement"}
_UNEVALUATED = frozenset({"Sizeof", "Alignof", "Offsetof"})


def dropped(child: Node, parent: Node, data: bytes, decide: Decide) -> bool:
    """Whether the compiler drops what stands in the `child` of `parent`, wherever `parent` itself stands."""
    kind = parent.type
    if kind == "if_statement":
        dead = _dead_branch(parent, data, decide, child)
        return dead is not None and child == parent.child_by_field_name(dead)
    if kind == "for_statement":
        return child.type == "block" and _never(parent, data, decide)
    if kind == "for_clause" and child == parent.child_by_field_name("update"):
        return parent.parent is not None and _never(parent.parent, data, decide)
    if kind == "binary_expression" and child == parent.child_by_field_name("right"):
        if decide.plain and not _is_condition(parent):
            return False
        operator, left = parent.child_by_field_name("operator"), parent.child_by_field_name("left")
        sign = data[operator.start_byte : operator.end_byte] if operator is not None else b""
        return sign in (b"&&", b"||") and left is not None and decide(left, data) is (sign == b"||")
    if kind == "expression_switch_statement" and child.type in _CLAUSES:
        return not _chosen(child, parent, data, decide)
    if kind == "type_switch_statement" and child.type == "type_case":
        return not decide.plain and never_is(child, parent, data)
    if kind == "call_expression":
        return _unevaluated(child, parent, data, decide)
    return kind in _LISTS and _behind_end(child, parent, data, decide)


def lost(node: Node, data: bytes, decide: Decide) -> bool:
    """Whether the compiler drops a node of a func, with whatever of the func encloses it."""
    child, parent = node, node.parent
    while parent is not None:
        if dropped(child, parent, data, decide):
            return True
        child, parent = parent, parent.parent
    return False


def _dead_branch(statement: Node, data: bytes, decide: Decide, branch: Node | None = None) -> str | None:
    """The field of the branch of an `if` that is never taken, written or not; None where that is not known.

    `branch` is the one that is asked about: what it changes has not been changed before it was taken.
    """
    condition = statement.child_by_field_name("condition")
    decided = decide(condition, data, (branch,) if branch is not None else ()) if condition is not None else None
    return {False: "consequence", True: "alternative"}.get(decided) if isinstance(decided, bool) else None


def _is_condition(expression: Node) -> bool:
    """Whether an expression is the condition of an `if` or a `for`, or one of the operands that make it up."""
    child, parent = expression, expression.parent
    while parent is not None and parent.type in ("parenthesized_expression", "unary_expression", "binary_expression"):
        child, parent = parent, parent.parent
    return parent is not None and child == parent.child_by_field_name("condition")


def _condition(loop: Node) -> Node | None:
    found = next((c for c in loop.children if c.is_named and c.type not in ("block", "comment")), None)
    return found.child_by_field_name("condition") if found is not None and found.type == "for_clause" else found


def _never(loop: Node, data: bytes, decide: Decide) -> bool:
    condition = _condition(loop)
    if condition is None:
        return False
    if condition.type == "range_clause":
        over = condition.child_by_field_name("right")
        return over is not None and holds_nothing(over, data, decide)
    repeated = [loop.child_by_field_name("body"), condition.parent and condition.parent.child_by_field_name("update")]
    return decide(condition, data, tuple(part for part in repeated if part is not None)) is False


def _chosen(case: Node, switch: Node, data: bytes, decide: Decide) -> bool:
    """Whether control may come to a case of a switch."""
    of = switch.child_by_field_name("value")
    value = decide(of, data) if of is not None else True
    falls = may_come = settled = False
    for clause in (c for c in switch.children if c.type in _CLAUSES):
        matches: bool | None = False
        if clause.type == "expression_case":
            matches = _matches(clause, value, data, decide)
            may_come = matches is not False and not settled
        else:
            # The default comes last, wherever it is written.
            may_come = not any(_matches(c, value, data, decide) for c in switch.children if c.type == "expression_case")
        if clause == case:
            return falls or may_come
        settled = settled or matches is True
        falls = (falls or may_come) and _falls_through(clause)
    return True


def _matches(clause: Node, value: Value, data: bytes, decide: Decide) -> bool | None:
    values = clause.child_by_field_name("value")
    given = [v for v in values.children if v.is_named] if values is not None and value is not None else []
    of = clause.parent.child_by_field_name("value") if clause.parent is not None else None
    found = [_equal(of, decide(v, data), value, data, decide) for v in given]
    if True in found:
        return True
    return False if found and None not in found else None


def _equal(of: Node | None, listed: Value, value: Value, data: bytes, decide: Decide) -> bool | None:
    if listed is None:
        return None
    if isinstance(listed, str) and isinstance(value, str) and not decide.plain:
        constant = of is None or Decide(decide.facts, plain=True)(of, data) is not None
        return listed == value if constant else decide.facts.equal_strings(value, listed)
    return listed == value and type(listed) is type(value)


def _falls_through(clause: Node) -> bool:
    statements = list(_statements(clause))
    return bool(statements) and statements[-1].type == "fallthrough_statement"


def _unevaluated(child: Node, call: Node, data: bytes, decide: Decide) -> bool:
    """Whether the call's value is a constant by the type of its argument alone."""
    function = call.child_by_field_name("function")
    if function is None or child == function:
        return False
    name = data[function.start_byte : function.end_byte]
    package, _, bare = name.decode("utf-8", "replace").rpartition(".")
    if bare in _UNEVALUATED and decide.facts.names_unsafe(package):
        return True
    argument = next((c for c in child.children if c.is_named), None)
    kind = (
        argument.child_by_field_name("type") if argument is not None and argument.type == "composite_literal" else None
    )
    if name not in (b"len", b"cap") or argument is None or kind is None:
        return False
    constant = kind.type in ("array_type", "implicit_length_array_type")
    return (
        constant
        and not any(n.type == "call_expression" for n in _inside(argument))
        and b"<-" not in _text(argument, data)
    )


def _behind_end(child: Node, holder: Node, data: bytes, decide: Decide) -> bool:
    # Where the list itself begins, control arrives as it does at the block.
    return child.type not in ("comment", "statement_list") and not _arrives(holder, child, data, decide)


def _arrives(holder: Node, at: Node | None, data: bytes, decide: Decide) -> bool:
    """Whether control that enters a list of statements comes to `at`, None for its end."""
    statements = list(_statements(holder))
    live = True
    for index, statement in enumerate(statements):
        if statement.type == "labeled_statement" and not live:
            live = _jumped_to(statement, statements[index + 1 :], data)
        if at is not None and statement.end_byte >= at.end_byte:
            return live or statement.start_byte > at.start_byte
        live = live and not ends(statement, data, decide)
    return live


def ends(statement: Node, data: bytes, decide: Decide, label: bytes = b"") -> bool:
    """Whether control never goes on to the next statement (as the specification's terminating statements, and more)."""
    kind = statement.type
    if decide.plain and kind not in _PLAIN_ENDS:
        return False
    if kind in _JUMPS:
        return True
    if kind == "expression_statement":
        if data.startswith(b"panic(", statement.start_byte) and _is_builtin(statement, data, decide):
            return True
        call = statement.children[0]
        return not decide.plain and call.type == "call_expression" and decide.facts.never_returns(call, data)
    if kind == "labeled_statement":
        inner = statement.children[-1]
        return inner.is_named and ends(inner, data, decide, _label(statement, data))
    if kind == "block":
        return not _arrives(statement, None, data, decide)
    if kind == "if_statement":
        dead = _dead_branch(statement, data, decide)
        branches = [statement.child_by_field_name(f) for f in ("consequence", "alternative") if f != dead]
        return all(b is not None and ends(b, data, decide) for b in branches)
    if kind in _BREAKABLE and any(True for _ in _breaks(statement, data, label)):
        return False
    if kind == "for_statement":
        condition = _condition(statement)
        return condition is None or (condition.type != "range_clause" and decide(condition, data) is True)
    if kind == "select_statement" or kind in _SWITCHES:
        clauses = [c for c in statement.children if c.type in _CLAUSES]
        if kind == "expression_switch_statement":
            clauses = [c for c in clauses if _chosen(c, statement, data, decide)]
            settled = any(_certain(c, statement, data, decide) for c in clauses)
        else:
            settled = kind == "select_statement"
        whole = settled or any(c.type == "default_case" for c in clauses)
        return whole and all(not _arrives(c, None, data, decide) for c in clauses)
    return False


def _is_builtin(statement: Node, data: bytes, decide: Decide) -> bool:
    """Whether nothing gives the name that a call begins with another meaning."""
    name = statement.descendant_for_byte_range(statement.start_byte, statement.start_byte)
    if name is None or binding(name, data) is not None:
        return False
    return not decide.facts.is_func(_text(name, data).decode("utf-8", "replace"))


def _certain(clause: Node, switch: Node, data: bytes, decide: Decide) -> bool:
    of = switch.child_by_field_name("value")
    value = decide(of, data) if of is not None else True
    return clause.type == "expression_case" and _matches(clause, value, data, decide) is True


def _statements(holder: Node) -> Iterator[Node]:
    # A clause's own children are its values and types, too.
    inner = next((c for c in holder.children if c.type == "statement_list"), None)
    if holder.type in _CLAUSES and inner is None:
        return
    for node in (inner or holder).children:
        if node.is_named and node.type != "comment":
            yield node


def _breaks(statement: Node, data: bytes, label: bytes) -> Iterator[Node]:
    """The `break` statements that leave it."""
    stack = [(c, False) for c in statement.children]
    while stack:
        node, inner = stack.pop()
        if node.type == "break_statement":
            named = _label(node, data)
            if (named and named == label) or (not named and not inner):
                yield node
        elif node.type not in FUNCTIONS:
            stack.extend((c, inner or node.type in _BREAKABLE) for c in node.children)


def _jumped_to(labeled: Node, behind: list[Node], data: bytes) -> bool:
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
