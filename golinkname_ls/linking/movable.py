"""Which arguments the compiler moves into the body of a func (cmd/compile/internal/staticinit/sched.go)."""

from __future__ import annotations

from collections.abc import Iterator

from tree_sitter import Node

from golinkname_ls.golang.types import model as m
from golinkname_ls.golang.types.operand import Mode
from golinkname_ls.linking.site import Site, bare, conversion, in_place, named
from golinkname_ls.syntax import expression as e
from golinkname_ls.syntax.expression_parser import parse_expression

_PURE = frozenset({"len", "cap", "new", "real", "imag", "complex"})
_CALLS = frozenset({"call_expression", "type_conversion_expression"})
_ALWAYS = frozenset({"func_literal", "slice_expression", "type_assertion_expression"})


def has_effects(node: Node, site: Site) -> bool:
    """Whether evaluating it may do more than give a value, as isSideEffect has it (1.27.3:718): panic, for one."""
    return any(_has_effect(part, site) for part in _parts(node, site))


def is_repeatable(node: Node, site: Site) -> bool:
    """Whether twice the expression is the same as its value twice (canRepeat, 1.27.3:966)."""
    return not any(_makes(part, site) for part in _parts(node, site))


def _parts(node: Node, site: Site) -> Iterator[Node]:
    """The expression and those in it that are no constants; types and keys aside."""
    stack = [node]
    while stack:
        part = stack.pop()
        if part.type in ("composite_literal", "func_literal"):
            yield part
            body = part.child_by_field_name("body") if part.type == "composite_literal" else None
            stack.extend(named(body))
        elif part.type == "literal_value":
            stack.extend(named(part))
        elif part.type == "keyed_element":
            stack.append(list(named(part))[-1])
        elif part.type in ("literal_element", "parenthesized_expression", "argument_list"):
            stack.extend(named(part))
        elif site.operand(part).mode not in (Mode.CONSTANT, Mode.TYPE):
            yield part
            stack.extend(_operands(part, site))


def _operands(part: Node, site: Site) -> Iterator[Node]:
    if part.type in _CALLS:
        operand = conversion(part, site)
        return iter((operand[1],)) if operand is not None else named(part.child_by_field_name("arguments"))
    fields = (part.child_by_field_name(f) for f in ("operand", "left", "right"))
    return (f for f in fields if f is not None)


def _has_effect(part: Node, site: Site) -> bool:
    if part.type in _ALWAYS:
        return True
    if part.type in _CALLS:
        return _calls(part, site)
    if part.type == "unary_expression":
        return site.text(part)[:1] == "*" or site.text(part)[:2] == "<-"
    if part.type == "index_expression":
        operand = part.child_by_field_name("operand")
        return operand is None or not isinstance(m.underlying(site.type(operand)), m.Signature)
    if part.type == "binary_expression":
        operator, right = part.child_by_field_name("operator"), part.child_by_field_name("right")
        divides = operator is not None and site.text(operator) in ("/", "%")
        return divides and (right is None or not site.operand(right).value)
    if part.type == "selector_expression":
        operand, name = part.child_by_field_name("operand"), part.child_by_field_name("field")
        if operand is None or name is None:
            return True
        found = site.operand(operand)
        return found.mode is not Mode.PACKAGE and (found.is_type or not in_place(found.type, site.text(name)))
    return False


def _calls(call: Node, site: Site) -> bool:
    found = conversion(call, site)
    if found is not None:
        to, operand = m.underlying(found[0]), found[1]
        to = m.underlying(to.element) if isinstance(to, m.Pointer) else to
        return isinstance(to, m.Array) and isinstance(m.underlying(site.type(operand)), m.Slice)
    function = call.child_by_field_name("function")
    name = site.text(function) if function is not None else ""
    if function is None or site.operand(function).mode is not Mode.BUILTIN:
        return True
    return name not in _PURE and (name != "make" or not _makes_empty(call, site))


def _makes_empty(call: Node, site: Site) -> bool:
    """Whether `make` makes a channel or a map of size 0, which cannot panic."""
    parsed = parse_expression(site.text(call))
    if not isinstance(parsed, e.Call) or not parsed.arguments:
        return False
    sizes = list(named(call.child_by_field_name("arguments")))[1:]
    kind = m.underlying(site.checker.type(parsed.arguments[0], site.scope))
    return isinstance(kind, m.Chan | m.Map) and all(site.operand(s).value == 0 for s in sizes)


def _makes(part: Node, site: Site) -> bool:
    """Whether it makes something new each time."""
    if part.type == "composite_literal":
        return isinstance(m.underlying(site.type(part)), m.Slice | m.Map)
    if part.type == "unary_expression":
        operand = part.child_by_field_name("operand")
        literal = operand is not None and bare(operand).type == "composite_literal"
        return literal and site.text(part)[:1] == "&"
    if part.type not in _CALLS:
        return False
    found = conversion(part, site)
    if found is not None:
        return isinstance(m.underlying(found[0]), m.Slice) and isinstance(m.underlying(site.type(found[1])), m.Basic)
    function = part.child_by_field_name("function")
    return function is not None and site.text(function) in ("make", "new")
