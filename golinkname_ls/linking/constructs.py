"""For which code the compiler calls a func of the runtime, where its text and types tell for certain.

Each func has the words or signs that such code has, and what is made of one of them. Measured with 1.24 to 1.27.
"""

from __future__ import annotations

from collections.abc import Callable

from tree_sitter import Node

from golinkname_ls.golang.types import model as m
from golinkname_ls.linking.code import Code, Construct, Says
from golinkname_ls.linking.printing import printed
from golinkname_ls.linking.typed_constructs import (
    allocates,
    asserts,
    asserts_interface,
    compares,
    converts,
    is_integer,
    is_pair,
    is_string,
    joins,
    slice_of,
)
from golinkname_ls.syntax.func_parts import arguments
from golinkname_ls.syntax.tree import node_text


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
            return is_pair(receive) is pair
        # walkSelectCases: what is not thrown away is asked for together with whether there was anything.
        left = next((c.child_by_field_name("left") for c in case.children if c.type == "receive_statement"), None)
        names = [node_text(c, code.data) for c in left.children if c.is_named] if left is not None else []
        return _alone(case) and ((names not in ([], ["_"])) is pair)

    return says


def _sends(send: Node, _: Code) -> bool:
    case = _communication(send)
    return send.type == "send_statement" and (case is None or _alone(case))


def _makes_channel(call: Node, code: Code) -> bool:
    given = arguments(call)
    if not code.is_builtin(call, "make") or not given:
        return False
    kind = code.type(given[0])
    is_channel = kind is not None and isinstance(m.underlying(kind), m.Chan)
    return is_channel and (len(given) == 1 or given[1].type == "int_literal")


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
    "runtime.decoderune": (Construct((b"range",), _ranges(is_string), "range"),),
    "runtime.intstring": (Construct(_CONVERSION, converts(is_string, is_integer), "a conversion to string"),),
    "runtime.slicebytetostring": (
        Construct(_CONVERSION, converts(is_string, slice_of("uint8")), "a conversion to string"),
    ),
    "runtime.slicerunetostring": (
        Construct(_CONVERSION, converts(is_string, slice_of("int32")), "a conversion to string"),
    ),
    **{f"runtime.concatstring{n}": (Construct((b"+",), joins(n), "+"),) for n in (2, 3, 4, 5)},
    "runtime.concatstrings": (Construct((b"+",), joins(6), "+"),),
    "runtime.efaceeq": (Construct((b"==", b"!="), compares(empty=True), "a comparison"),),
    "runtime.ifaceeq": (Construct((b"==", b"!="), compares(empty=False), "a comparison"),),
    "runtime.typeAssert": (Construct((b".(",), asserts_interface, "a type assertion"),),
    "runtime.panicdottypeE": (Construct((b".(",), asserts(of_empty=True), "a type assertion"),),
    "runtime.panicdottypeI": (Construct((b".(",), asserts(of_empty=False), "a type assertion"),),
    "runtime.panicnildottype": (Construct((b".(",), asserts(of_empty=None), "a type assertion"),),
    "runtime.newobject": (Construct((b"new", b"&"), allocates, "an allocation"),),
    "runtime.stringtoslicerune": (
        Construct(_CONVERSION, converts(slice_of("int32"), is_string), "a conversion of a string"),
    ),
}
