"""Local scopes: the local declaration that an identifier in a func resolves to, if any."""

from __future__ import annotations

from collections.abc import Iterator

from tree_sitter import Node

FUNCTIONS = frozenset({"function_declaration", "method_declaration", "func_literal"})
_BLOCKS = frozenset({"block", "statement_list", "expression_case", "type_case", "default_case", "communication_case"})
_STATEMENTS = frozenset({"if_statement", "for_statement", "expression_switch_statement", "type_switch_statement"})
_TYPE_SPECS = frozenset({"type_spec", "type_alias"})
_SPECS = frozenset({"var_spec", "const_spec", *_TYPE_SPECS})
_GROUPS = frozenset({"var_declaration", "const_declaration", "type_declaration", "var_spec_list", "const_spec_list"})


def binding(node: Node, data: bytes) -> tuple[Node, bool] | None:
    """The name in the local declaration that an identifier means, None where it means something of the package.

    The second part says whether a func literal stands between the two.
    """
    word, crossed = data[node.start_byte : node.end_byte], False
    child, parent = node, node.parent
    while parent is not None:
        found = declaring(child, parent, data, word)
        if found is not None:
            return found, crossed
        crossed = crossed or parent.type == "func_literal"
        child, parent = parent, parent.parent
    return None


def declaring(child: Node, parent: Node, data: bytes, word: bytes) -> Node | None:
    """The name by which `parent` declares `word` for what stands in its `child`."""
    for name in _names(child, parent, data, word):
        if data[name.start_byte : name.end_byte] == word:
            return name
    return None


def _names(child: Node, parent: Node, data: bytes, word: bytes) -> Iterator[Node]:
    """The names that `parent` declares for `child`, the one that counts first."""
    kind = parent.type
    yield from _declared_before(child, parent, data, word)
    if kind in _TYPE_SPECS and _is_local(parent):
        yield from parent.children_by_field_name("name")
    if kind in FUNCTIONS or kind in _TYPE_SPECS:
        for field in ("parameters", "result", "receiver", "type_parameters"):
            yield from _parameters(parent.child_by_field_name(field), data)


def _declared_before(child: Node, parent: Node, data: bytes, word: bytes) -> Iterator[Node]:
    """The names that parts of `parent` before `child` declare; of statements, those that hold the word."""
    kind = parent.type
    if kind in _BLOCKS:
        # The last declaration before is the one that counts.
        for statement in reversed(parent.children):
            if statement.start_byte < child.start_byte and word in data[statement.start_byte : statement.end_byte]:
                yield from _declared_by(statement)
    elif kind in _STATEMENTS:
        yield from _in_head(child, parent)
    elif kind == "for_clause":
        initial = parent.child_by_field_name("initializer")
        if initial is not None and initial != child:
            yield from _declared_by(initial)
    elif kind in _GROUPS and _is_local(parent):
        for part in reversed(parent.children):
            if part.end_byte <= child.start_byte:
                yield from _declared_by(part)


def _is_local(declaration: Node) -> bool:
    """Whether a declaration, or a part of one, stands in a func."""
    holder = declaration.parent
    while holder is not None and (holder.type in _GROUPS or holder.type in _SPECS):
        holder = holder.parent
    return holder is not None and holder.type in _BLOCKS


def _declared_by(statement: Node) -> Iterator[Node]:
    if statement.type in ("short_var_declaration", "receive_statement", "range_clause"):
        left = statement.child_by_field_name("left")
        if left is not None and any(c.type == ":=" for c in statement.children):
            yield from left.children
    elif statement.type in _GROUPS:
        for part in statement.children:
            yield from _declared_by(part)
    elif statement.type in _SPECS:
        yield from statement.children_by_field_name("name")
    elif statement.type == "labeled_statement":
        yield from _declared_by(statement.children[-1])


def _in_head(child: Node, statement: Node) -> Iterator[Node]:
    for part in statement.children:
        if part == child:
            break
        if part.type == "for_clause":
            yield from _declared_by(part.child_by_field_name("initializer") or part)
        yield from _declared_by(part)
    alias = statement.child_by_field_name("alias")
    if alias is not None and child.type in ("type_case", "default_case"):
        yield from alias.children


def _parameters(holder: Node | None, data: bytes) -> Iterator[Node]:
    for parameter in holder.children if holder is not None else ():
        yield from parameter.children_by_field_name("name")
        # `func (t T[P])`: the receiver declares the names of the type's parameters.
        if parameter.type == "parameter_declaration":
            kind = parameter.child_by_field_name("type")
            if kind is not None and holder is not None and kind.type == "pointer_type":
                kind = kind.children[-1]
            if kind is not None and kind.type == "generic_type" and _is_receiver(holder):
                arguments = kind.child_by_field_name("type_arguments")
                for argument in arguments.children if arguments is not None else ():
                    yield from argument.children or (argument,)


def _is_receiver(holder: Node | None) -> bool:
    function = holder.parent if holder is not None else None
    return function is not None and function.child_by_field_name("receiver") == holder
