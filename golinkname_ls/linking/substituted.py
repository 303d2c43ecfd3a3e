"""Calls that the compiler puts the value of at compile time: a func's only expression with the arguments in it.

cmd/compile/internal/staticinit/sched.go, staticAssignInlinedCall (1.27.3:585); since 1.20 or 1.21, 1.20 was not measured.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from tree_sitter import Node

from golinkname_ls.golang.types import model as m
from golinkname_ls.golang.types.expressions import bits, convert, evaluate
from golinkname_ls.golang.types.operand import UNKNOWN, Mode, Operand, constant, value_of
from golinkname_ls.golang.types.scope import Scope
from golinkname_ls.golang.types.universe import FLOATS, INTEGERS, UNSIGNED, default_type
from golinkname_ls.linking.callee import Callee, callee
from golinkname_ls.linking.inlined import is_inlined
from golinkname_ls.linking.movable import has_effects, is_repeatable
from golinkname_ls.linking.same_bits import same_bits
from golinkname_ls.linking.site import Argument, Assignment, Site, bare, conversion, is_located, named
from golinkname_ls.syntax.declaration import ConstDeclaration
from golinkname_ls.syntax.expression_parser import parse_expression, parse_type
from golinkname_ls.syntax.extract import declarations_of
from golinkname_ls.syntax.func_parts import declared
from golinkname_ls.syntax.func_parts import parameters as parameters_of
from golinkname_ls.syntax.shadow import binding
from golinkname_ls.syntax.tree import node_text, walk

_FEW = 8
_NUMBERS = INTEGERS | FLOATS | {"complex64", "complex128", "untyped complex"}


def substituted(call: Node, site: Site) -> Assignment | None:
    """The expression that takes the place of a call, its parameters bound; None where the call stays one."""
    found = callee(call, site.data, site.facts)
    if found is None or found.name in site.facts.within or len(site.facts.within) >= _FEW or not is_inlined(found):
        return None
    returned, outer = _returned(found), entered(found, site)
    if returned is None or outer is None:
        return None
    given = _given(found, call, site, outer)
    if given is None or any(a.node is not None and has_effects(a.node, site) for a in given.values()):
        return None
    local = {name: value_of(argument.type) for name, argument in given.items()}
    inner = replace(outer, scope=replace(outer.scope, locals=local), given=given)
    inner = replace(inner, scope=replace(outer.scope, locals={**local, **_constants(found, inner)}))
    kind = found.function.child_by_field_name("result")
    fits = all(_may_stand(returned, name, inner) for name in given) and not _captures(returned, found.data)
    return Assignment(returned, inner.type_of(kind), inner) if fits and _converts(returned, inner) else None


def entered(found: Callee, site: Site) -> Site | None:
    """The place of a func's code that is called at a site, nothing known of its parameters."""
    package = site.checker.packages.package(found.facts.path, site.facts.path)
    if package is None:
        return None
    facts = replace(found.facts, within=(*site.facts.within, found.name))
    return Site(found.data, facts, Scope(package, found.facts.imports, dict(_type_parameters(found))), site.checker)


def folded(node: Node, site: Site) -> Operand | None:
    """The constant that the compiler computes, arguments in their places (subst, 1.27.3:998); None where it does not."""
    node = bare(node)
    if node.type in ("composite_literal", "func_literal"):
        return None
    found = site.operand(node)
    if found.mode is Mode.CONSTANT and found.value is not None:
        return found
    argument = site.argument(node)
    if argument is not None:
        return _folded_argument(argument)
    if not site.given:
        return None
    converted = conversion(node, site)
    if converted is not None:
        inner = folded(converted[1], site)
        return _truncated(converted[0], inner, site) if inner is not None else None
    sides = [node.child_by_field_name(f) for f in ("left", "right")]
    operator = node.child_by_field_name("operator")
    if node.type != "binary_expression" or operator is None or site.text(operator) != "+":
        return None
    left, right = (folded(s, site) if s is not None else None for s in sides)
    if left is None or right is None or not isinstance(left.value, str) or not isinstance(right.value, str):
        return None
    return constant(left.type, left.value + right.value)


def _folded_argument(argument: Argument) -> Operand | None:
    if argument.node is None or argument.site is None or isinstance(m.underlying(argument.type), m.Interface):
        return None
    inner = folded(argument.node, argument.site)
    if inner is None or isinstance(argument.type, m.TypeParameter):
        return inner
    found = convert(argument.type, inner, argument.site.facts.target)
    return found if found.mode is Mode.CONSTANT else None


def _truncated(to: m.Type, operand: Operand, site: Site) -> Operand | None:
    """As the compiler's `truncate` does it (1.27.3:1035)."""
    value, target, new = operand.value, site.facts.target, m.underlying(to)
    if value is None or not isinstance(new, m.Basic):
        return None
    if _both(operand.type, new, INTEGERS) and isinstance(value, int):
        width = bits(new, target)
        value &= (1 << width) - 1
        signed = new.kind not in UNSIGNED and value >> (width - 1) if width else 0
        return constant(to, value - (1 << width) if signed else value)
    return constant(to, value) if _one_kind(operand.type, new) or same_bits(operand.type, to, target) else None


def _both(old: m.Type, new: m.Type, kinds: frozenset[str]) -> bool:
    return all(isinstance(t, m.Basic) and t.kind in kinds for t in (m.underlying(old), m.underlying(new)))


def _one_kind(old: m.Type, new: m.Type) -> bool:
    a, b = m.underlying(default_type(old)), m.underlying(new)
    return isinstance(a, m.Basic) and isinstance(b, m.Basic) and a.kind == b.kind


def _returned(found: Callee) -> Node | None:
    """What a func returns whose body does nothing else; constants may be declared before."""
    result = found.function.child_by_field_name("result")
    body = found.function.child_by_field_name("body")
    if result is None or result.type == "parameter_list":
        return None
    statements = [s for part in named(body) for s in (named(part) if part.type == "statement_list" else (part,))]
    if not statements or any(s.type != "const_declaration" for s in statements[:-1]):
        return None
    values = [v for part in named(statements[-1]) for v in named(part)]
    return values[0] if statements[-1].type == "return_statement" and len(values) == 1 else None


def _constants(found: Callee, site: Site) -> dict[str, Operand]:
    """The constants that a body declares."""
    out = dict[str, Operand]()
    for node in walk(found.function):
        if node.type == "const_declaration":
            for declared in declarations_of(node, site.data, 0, 0):
                if isinstance(declared, ConstDeclaration):
                    scope = replace(site.scope, iota=declared.iota, locals={**site.scope.locals, **out})
                    parsed = parse_expression(declared.value)
                    value = evaluate(site.checker, parsed, scope) if parsed is not None else UNKNOWN
                    kind = site.checker.type(parse_type(declared.type), scope) if declared.type else m.INVALID
                    known = kind is m.INVALID or value.mode is not Mode.CONSTANT
                    out[declared.name] = value if known else convert(kind, value, site.facts.target)
    return out


def _type_parameters(found: Callee) -> Iterator[tuple[str, m.Type]]:
    """The func's type parameters, its receiver's too, of which nothing more is known."""
    holder, receiver = (found.function.child_by_field_name(f) for f in ("type_parameters", "receiver"))
    names = [n for p in named(holder) for n in p.children_by_field_name("name")]
    if receiver is not None:
        arguments = (n for n in walk(receiver) if n.type == "type_arguments")
        names += [n for holder in arguments for n in walk(holder) if n.type == "type_identifier"]
    for node in names:
        name = node_text(node, found.data)
        yield name, m.TypeParameter(name, lambda: m.INVALID)


def _given(found: Callee, call: Node, site: Site, inner: Site) -> dict[str, Argument] | None:
    """What each parameter stands for, those without a name under names of their own; None where that is not seen."""
    parameters = list(parameters_of(found.function))
    arguments = list(named(call.child_by_field_name("arguments")))
    if call.type == "type_conversion_expression":  # `f[T](x)` reads like one.
        arguments = [n for n in (call.child_by_field_name("operand"),) if n is not None]
    given = dict[str, Argument]()
    if found.function.type == "method_declaration":
        receiver = next(declared(found.function.child_by_field_name("receiver")), None)
        holder = _holder(call)
        if receiver is None or holder is None:
            return None
        if found.receiver is None:  # A method expression has its receiver among its arguments.
            if not site.operand(holder).is_type:
                return None
            parameters = [receiver, *parameters]
        else:
            argument = _receiver(receiver[1], holder, site, inner)
            if argument is None:
                return None
            given[inner.text(receiver[0]) if receiver[0] is not None else "_"] = argument
    for number, (name, kind, variadic) in enumerate(parameters):
        key = inner.text(name) if name is not None and inner.text(name) != "_" else f"_{number}"
        to = inner.type_of(kind)
        rest = arguments[number:]
        if not variadic:
            if not rest:
                return None
            given[key] = Argument(to, rest[0], site)
        elif len(rest) == 1 and rest[0].type == "variadic_argument":
            given[key] = Argument(m.Slice(to), next(named(rest[0])), site)
        else:
            given |= {f"{key}.{i}": Argument(to, node, site) for i, node in enumerate(rest)}
            given[key] = Argument(m.Slice(to), data=bool(rest))
    return given


def _holder(call: Node) -> Node | None:
    """What stands before a called method's name."""
    function = call.child_by_field_name("function")
    return bare(function).child_by_field_name("operand") if function is not None else None


def _receiver(kind: Node, operand: Node, site: Site, inner: Site) -> Argument | None:
    """The receiver of a call; None where something must run for it."""
    takes = kind.type == "pointer_type"
    has = isinstance(m.underlying(site.type(operand)), m.Pointer)
    if has and not takes:
        return None  # What it points to is read first.
    if takes and not has:
        return Argument(inner.type_of(kind), data=is_located(operand, site)) if not has_effects(operand, site) else None
    return Argument(inner.type_of(kind), operand, site)


def _is_use(node: Node, name: str, data: bytes) -> bool:
    """Whether a node is the name, and no key of a literal."""
    if node.type != "identifier" or node_text(node, data) != name:
        return False
    element = node.parent.parent if node.parent is not None else None
    return element is None or element.type != "keyed_element" or element.children[0] != node.parent


def _may_stand(returned: Node, name: str, site: Site) -> bool:
    """Whether the argument may take the parameter's place."""
    argument = site.given[name]
    uses = [n for n in walk(returned) if _is_use(n, name, site.data)]
    if any(_is_addressed(n, argument.type, site) for n in uses):
        return False
    if len(uses) < 2:
        return True
    if argument.node is None or argument.site is None:
        return not argument.data
    return is_repeatable(argument.node, argument.site)


def _is_addressed(use: Node, kind: m.Type, site: Site) -> bool:
    """Whether the address of the parameter, or of a part of it, is taken."""
    node, parent = use, use.parent
    if isinstance(m.underlying(kind), m.Pointer | m.Slice | m.Map):
        return parent is not None and parent.type == "unary_expression" and site.text(parent)[:1] == "&"
    while parent is not None and parent.type in ("selector_expression", "index_expression", "parenthesized_expression"):
        if parent.type == "index_expression" and parent.child_by_field_name("operand") != node:
            return False
        node, parent = parent, parent.parent
    if parent is None:
        return False
    sliced = parent.type == "slice_expression" and parent.child_by_field_name("operand") == node
    return (sliced and isinstance(m.underlying(site.type(node)), m.Array)) or (
        parent.type == "unary_expression" and site.text(parent)[:1] == "&"
    )


def _captures(returned: Node, data: bytes) -> bool:
    """Whether a func literal in it uses what is declared outside of the literal."""
    for literal in (n for n in walk(returned) if n.type == "func_literal"):
        for node in walk(literal):
            found = binding(node, data) if node.type == "identifier" else None
            if found is not None and not literal.start_byte <= found[0].start_byte < literal.end_byte:
                return True
    return False


def _converts(returned: Node, site: Site) -> bool:
    """Whether all conversions of constant arguments are such that the compiler computes (1.27.3:1035)."""
    for node in walk(returned):
        found = conversion(node, site) if node.type in ("call_expression", "type_conversion_expression") else None
        if found is None or site.operand(node).mode is Mode.CONSTANT or not _both(found[0], found[0], _NUMBERS):
            continue
        inner = folded(found[1], site)
        if inner is None or not _both(inner.type, inner.type, _NUMBERS):
            continue
        if not _both(inner.type, found[0], INTEGERS) and not _one_kind(inner.type, found[0]):
            return False
    return True
