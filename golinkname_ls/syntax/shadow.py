"""Where a local declaration hides a package-level name."""

from __future__ import annotations

from tree_sitter import Node

_FUNCTIONS = frozenset({"function_declaration", "method_declaration", "func_literal"})
_BLOCKS = frozenset({"block", "statement_list", "expression_case", "type_case", "default_case", "communication_case"})
_STATEMENTS = frozenset({"if_statement", "for_statement", "expression_switch_statement", "type_switch_statement"})


def hidden(child: Node, parent: Node, data: bytes, word: bytes) -> bool:
    """Whether `parent` declares `word` for what stands in its `child`."""
    if parent.type in _BLOCKS:
        return _before(child, parent, data, word)
    if parent.type in _STATEMENTS:
        return _in_head(child, parent, data, word)
    return parent.type in _FUNCTIONS and _parameter(parent, data, word)


def _before(child: Node, block: Node, data: bytes, word: bytes) -> bool:
    for statement in block.children:
        if statement.start_byte >= child.start_byte:
            return False
        if word in data[statement.start_byte : statement.end_byte] and _declared_by(statement, data, word):
            return True
    return False


def _declared_by(statement: Node, data: bytes, word: bytes) -> bool:
    if statement.type in ("short_var_declaration", "receive_statement"):
        left = statement.child_by_field_name("left")
        return left is not None and any(data[n.start_byte : n.end_byte] == word for n in left.children)
    if statement.type in ("var_declaration", "const_declaration"):
        stack, names = list(statement.children), []
        while stack:
            node = stack.pop()
            if node.type in ("var_spec", "const_spec"):
                names.extend(node.children_by_field_name("name"))
            elif node.type in ("var_spec_list", "const_spec_list"):
                stack.extend(node.children)
        return any(data[n.start_byte : n.end_byte] == word for n in names)
    return False


def _in_head(child: Node, statement: Node, data: bytes, word: bytes) -> bool:
    for part in statement.children:
        if part == child:
            continue
        if part.type == "for_clause":
            part = part.child_by_field_name("initializer") or part
        if part.type == "range_clause":
            left = part.child_by_field_name("left")
            if left is not None and any(data[n.start_byte : n.end_byte] == word for n in left.children):
                return b":=" in data[part.start_byte : part.end_byte]
        if part.start_byte < child.start_byte and _declared_by(part, data, word):
            return True
    alias = statement.child_by_field_name("alias")
    return alias is not None and alias != child and any(data[n.start_byte : n.end_byte] == word for n in alias.children)


def _parameter(function: Node, data: bytes, word: bytes) -> bool:
    for field in ("parameters", "result", "receiver"):
        holder = function.child_by_field_name(field)
        for parameter in holder.children if holder is not None else ():
            names = parameter.children_by_field_name("name")
            if any(data[n.start_byte : n.end_byte] == word for n in names):
                return True
    return False
