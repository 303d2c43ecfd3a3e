"""For which code the compiler calls a func of the runtime, where its text and types tell for certain.

Each func has the words or signs that such code has, and what is made of one of them. Measured with 1.24 to 1.27.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from tree_sitter import Node

from golinkname_ls.golang.types import model as m
from golinkname_ls.golang.types.operand import Mode, Operand, value_of
from golinkname_ls.golang.types.universe import default_type
from golinkname_ls.linking.package_facts import PackageFacts
from golinkname_ls.linking.printing import printed
from golinkname_ls.syntax.local_value import typed
from golinkname_ls.syntax.shadow import binding
from golinkname_ls.syntax.tree import node_text


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

    def called(self, call: Node) -> m.Type | None:
        """The type without a name that a call converts to; None for other calls."""
        function = call.child_by_field_name("function") or call.child_by_field_name("type")
        found = self.operand(function) if function is not None else None
        return m.underlying(found.type) if found is not None and found.is_type else None

    def is_builtin(self, call: Node, name: str) -> bool:
        """Whether a call is one of the predeclared func of that name."""
        function = call.child_by_field_name("function")
        if call.type != "call_expression" or function is None or function.type != "identifier":
            return False
        if node_text(function, self.data) != name or binding(function, self.data) is not None:
            return False
        return not self.facts.package.declared(name, self.facts.target, self.facts.like)


Says = Callable[[Node, Code], bool]


@dataclass(frozen=True, slots=True)
class Construct:
    """Code that makes the compiler call a func: `words` are in it, and `says` of the parent of one whether it does."""

    words: tuple[bytes, ...]
    says: Says
    what: str


def arguments(call: Node) -> list[Node]:
    """What stands between the brackets of a call."""
    holder = call.child_by_field_name("arguments")
    return [c for c in holder.children if c.is_named and c.type != "comment"] if holder is not None else []


def _prints(*names: str) -> Construct:
    def says(call: Node, code: Code) -> bool:
        for line in (False, True):
            if code.is_builtin(call, "println" if line else "print"):
                return not printed([code.operand(a) for a in arguments(call)], line).isdisjoint(names)
        return False

    return Construct((b"print", b"println"), says, "print")


def _is(*kinds: str) -> Says:
    return lambda node, _: node.type in kinds


def _calls(name: str) -> Says:
    return lambda node, code: code.is_builtin(node, name)


def _communications(select: Node) -> list[Node]:
    return [c for c in select.children if c.type == "communication_case"]


def _selects(select: Node, _: Code) -> bool:
    # One case, or one and a default, is done in another way (cmd/compile/internal/walk/select.go, 1.27.3).
    return select.type == "select_statement" and len(_communications(select)) > 1


def _blocks(select: Node, _: Code) -> bool:
    return select.type == "select_statement" and not any(
        c.type in ("communication_case", "default_case") for c in select.children
    )


def _tries(sends: bool) -> Says:
    def says(select: Node, _: Code) -> bool:
        cases = _communications(select) if select.type == "select_statement" else []
        if len(cases) != 1 or not any(c.type == "default_case" for c in select.children):
            return False
        communication = cases[0].child_by_field_name("communication")
        return communication is not None and (communication.type == "send_statement") is sends

    return says


_HOLDING = frozenset({"parenthesized_expression", "expression_list", "receive_statement"})


def _communication(operation: Node) -> Node | None:
    """The case of a `select` that an operation on a channel is waited for in."""
    child, parent = operation, operation.parent
    while parent is not None and (parent.type in _HOLDING or parent.type == "communication_case"):
        if parent.type == "communication_case":
            return parent if child == parent.child_by_field_name("communication") else None
        if parent.type == "receive_statement" and child != parent.child_by_field_name("right"):
            return None
        child, parent = parent, parent.parent
    return None


def _alone(case: Node) -> bool:
    """Whether a `select` has no other case: the operation is done as if it stood alone."""
    select = case.parent
    return select is not None and sum(c.type in ("communication_case", "default_case") for c in select.children) == 1


def _receives(pair: bool) -> Says:
    def says(receive: Node, code: Code) -> bool:
        if receive.type != "unary_expression" or not code.data.startswith(b"<-", receive.start_byte):
            return False
        case = _communication(receive)
        if case is None:
            return _is_pair(receive) is pair
        # walkSelectCases: what is not thrown away is asked for together with whether there was anything.
        left = next((c.child_by_field_name("left") for c in case.children if c.type == "receive_statement"), None)
        names = [node_text(c, code.data) for c in left.children if c.is_named] if left is not None else []
        return _alone(case) and ((names not in ([], ["_"])) is pair)

    return says


def _is_pair(value: Node) -> bool:
    """Whether a value is asked for together with whether there was one."""
    child, parent = value, value.parent
    while parent is not None and parent.type == "parenthesized_expression":
        child, parent = parent, parent.parent
    holder = parent
    if parent is not None and parent.type == "expression_list":
        if sum(c.is_named for c in parent.children) != 1:
            return False
        child, holder = parent, parent.parent
    if holder is None:
        return False
    if holder.type == "var_spec":
        return child == holder.child_by_field_name("value") and len(holder.children_by_field_name("name")) > 1
    left = holder.child_by_field_name("left")
    return (
        left is not None
        and child == holder.child_by_field_name("right")
        and left.type == "expression_list"
        and (sum(c.is_named for c in left.children) == 2)
    )


def _sends(send: Node, _: Code) -> bool:
    case = _communication(send)
    return send.type == "send_statement" and (case is None or _alone(case))


def _makes_channel(call: Node, code: Code) -> bool:
    given = arguments(call)
    if not code.is_builtin(call, "make") or not given:
        return False
    if given[0].type == "channel_type":
        return len(given) == 1 or given[1].type == "int_literal"
    found = code.operand(given[0])
    is_channel = found is not None and found.is_type and isinstance(m.underlying(found.type), m.Chan)
    return is_channel and (len(given) == 1 or given[1].type == "int_literal")


def _converts(to: Callable[[m.Type], bool], of: Callable[[m.Type], bool]) -> Says:
    """Conversions of a value whose text nothing reads at once: those are done without a copy."""

    def says(call: Node, code: Code) -> bool:
        given = arguments(call) if call.type == "call_expression" else call.children_by_field_name("operand")
        if call.type not in ("call_expression", "type_conversion_expression") or len(given) != 1:
            return False
        target, value = code.called(call), code.value(given[0])
        return target is not None and value is not None and to(target) and of(value) and _kept(call, code)

    return says


_READING = frozenset({"len", "cap", "append", "copy"})


def _kept(value: Node, code: Code) -> bool:
    """Whether a value becomes a func's argument, a result, or what a var holds that is no local one."""
    holder = value.parent
    if holder is not None and holder.type == "argument_list" and holder.parent is not None:
        function = holder.parent.child_by_field_name("function")
        if function is None or function.type not in ("identifier", "selector_expression"):
            return False
        return node_text(function, code.data) not in _READING and code.called(holder.parent) is None
    if holder is None or holder.type != "expression_list" or holder.parent is None:
        return False
    if holder.parent.type == "assignment_statement":
        left = holder.parent.child_by_field_name("left")
        names = [c for c in left.children if c.is_named] if left is not None else []
        return (
            len(names) == 1
            and names[0].type == "identifier"
            and node_text(names[0], code.data) != "_"
            and (binding(names[0], code.data) is None)
        )
    return holder.parent.type == "return_statement"


def _is_string(kind: m.Type) -> bool:
    return isinstance(kind, m.Basic) and kind.kind == "string"


def _is_integer(kind: m.Type) -> bool:
    return isinstance(kind, m.Basic) and kind.kind.lstrip("u").startswith("int")


def _slice_of(element: str) -> Callable[[m.Type], bool]:
    def says(kind: m.Type) -> bool:
        inner = m.underlying(kind.element) if isinstance(kind, m.Slice) else None
        return isinstance(inner, m.Basic) and inner.kind == element

    return says


def _ranges(of: Callable[[m.Type], bool]) -> Says:
    def says(clause: Node, code: Code) -> bool:
        over = clause.child_by_field_name("right") if clause.type == "range_clause" else None
        kind = code.value(over) if over is not None else None
        return kind is not None and of(kind)

    return says


_CONVERSION = (b"(",)

# cmd/compile/internal/walk: builtin.go walkPrint, select.go, range.go, convert.go, expr.go; ssagen/ssa.go (all 1.27.3).
CONSTRUCTS: dict[str, tuple[Construct, ...]] = {
    **{
        f"runtime.{name}": (_prints(name),)
        for name in (
            *("printlock", "printunlock", "printsp", "printnl", "printstring", "printbool", "printint", "printuint"),
            *("printfloat", "printfloat32", "printfloat64", "printcomplex", "printcomplex64", "printcomplex128"),
            *("printpointer", "printslice", "printeface", "printiface"),
        )
    },
    "runtime.deferreturn": (Construct((b"defer",), _is("defer_statement"), "defer"),),
    "runtime.gorecover": (Construct((b"recover",), _calls("recover"), "recover"),),
    "runtime.newproc": (Construct((b"go",), _is("go_statement"), "go"),),
    "runtime.selectgo": (Construct((b"select",), _selects, "select"),),
    "runtime.block": (Construct((b"select",), _blocks, "select"),),
    "runtime.selectnbsend": (Construct((b"select",), _tries(sends=True), "select"),),
    "runtime.selectnbrecv": (Construct((b"select",), _tries(sends=False), "select"),),
    "runtime.closechan": (Construct((b"close",), _calls("close"), "close"),),
    "runtime.chanrecv1": (Construct((b"<-",), _receives(pair=False), "<-"),),
    "runtime.chanrecv2": (
        Construct((b"<-",), _receives(pair=True), "<-"),
        Construct((b"range",), _ranges(lambda kind: isinstance(kind, m.Chan)), "range"),
    ),
    "runtime.chansend1": (Construct((b"<-",), _sends, "<-"),),
    "runtime.makechan": (Construct((b"make",), _makes_channel, "make"),),
    "runtime.decoderune": (Construct((b"range",), _ranges(_is_string), "range"),),
    "runtime.intstring": (Construct(_CONVERSION, _converts(_is_string, _is_integer), "a conversion to string"),),
    "runtime.slicebytetostring": (
        Construct(_CONVERSION, _converts(_is_string, _slice_of("uint8")), "a conversion to string"),
    ),
    "runtime.slicerunetostring": (
        Construct(_CONVERSION, _converts(_is_string, _slice_of("int32")), "a conversion to string"),
    ),
    "runtime.stringtoslicerune": (
        Construct(_CONVERSION, _converts(_slice_of("int32"), _is_string), "a conversion of a string"),
    ),
}
