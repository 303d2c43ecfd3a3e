"""Which code a call runs, where that is known without running it: a func, a method of a known type, a literal."""

from __future__ import annotations

import functools
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tree_sitter import Node

from golinkname_ls.golang.types import model as m
from golinkname_ls.syntax.clock import CLOCK
from golinkname_ls.syntax.declaration import FuncDeclaration, Import
from golinkname_ls.syntax.func_parts import arguments
from golinkname_ls.syntax.local_value import kept, typed
from golinkname_ls.syntax.shadow import binding
from golinkname_ls.syntax.source_file import SourceFile
from golinkname_ls.syntax.tree import node_text, parse

if TYPE_CHECKING:
    from golinkname_ls.linking.package_facts import PackageFacts

# Func literals that locals hold, and pieces that embed each other.
_FEW = 8
# cmd/compile/internal/inline/inl.go, InlineImpossible (1.27.3:347).
_NEVER_IN_RACE = frozenset({"go:norace", "go:nocheckptr"})
_NEVER = frozenset(
    {
        "go:noinline",
        "go:cgo_unsafe_args",
        "go:uintptrkeepalive",
        "go:uintptrescapes",
        "go:yeswritebarrierrec",
    }
)


@dataclass(frozen=True, slots=True)
class Callee:
    """A func with its code: `function` is the node of its declaration or literal in `data`, `facts` are those of its file.

    `receiver` is the expression, in the caller's code, that a method is called on.
    """

    name: str
    function: Node
    data: bytes
    facts: PackageFacts
    receiver: Node | None = None


def callee(call: Node, data: bytes, facts: PackageFacts) -> Callee | None:
    """What a call in a file with these facts runs; None where that is not known, or may not be inlined by its pragmas."""
    function = call.child_by_field_name("function") or call.child_by_field_name("type")
    for _ in range(_FEW):
        if function is None:
            return None
        if function.type == "parenthesized_expression":
            function = function.children[1]
        elif function.type == "index_expression":
            function = function.child_by_field_name("operand")
        elif function.type == "generic_type":
            function = function.child_by_field_name("type")
        else:
            break
    if function is None:
        return None
    name = node_text(function, data)
    if function.type == "func_literal":
        return Callee("func", function, data, facts)
    if function.type in ("identifier", "type_identifier"):
        if binding(function, data) is None:
            return _func(name, facts)
        return _held(function, data, facts)
    if function.type == "qualified_type":
        qualifier, _, name = name.partition(".")
        return _imported(qualifier, name, facts)
    if function.type == "selector_expression":
        operand, field = function.child_by_field_name("operand"), function.child_by_field_name("field")
        if operand is None or field is None:
            return None
        if operand.type == "identifier" and binding(operand, data) is None:
            found = _imported(node_text(operand, data), node_text(field, data), facts)
            if found is not None:
                return found
        return _method(operand, node_text(field, data), data, facts)
    return None


def std_name(call: Node, data: bytes, facts: PackageFacts) -> tuple[str, str] | None:
    """The package's path and the name, where a call is one of another package's func."""
    function = call.child_by_field_name("function")
    operand = function.child_by_field_name("operand") if function is not None else None
    if function is None or operand is None or operand.type != "identifier" or binding(operand, data) is not None:
        return None
    qualifier, _, name = node_text(function, data).partition(".")
    return next(((i.path, name) for i in facts.imports if named(i) == qualifier), None)


def named(spec: Import) -> str:
    """The name an import of std has in its file."""
    return spec.name or spec.path.rsplit("/", 1)[-1]


def _held(local: Node, data: bytes, facts: PackageFacts) -> Callee | None:
    """What a local var holds that nothing is assigned to later: a literal, or a func of the package."""
    declared = kept(local, data)
    value = declared.value if declared is not None else None
    if value is None:
        return None
    if value.type == "identifier" and binding(value, data) is None:
        return _func(node_text(value, data), facts)
    return Callee(node_text(local, data), value, data, facts) if value.type == "func_literal" else None


def _concrete(operand: Node, data: bytes, facts: PackageFacts) -> Node | None:
    """What a local var of an interface type holds (cmd/compile/internal/devirtualize)."""
    declared = kept(operand, data) if operand.type == "identifier" and facts.inlines_late else None
    value = declared.value if declared is not None else None
    if value is not None and value.type == "call_expression":
        function, given = value.child_by_field_name("function"), arguments(value)
        converts = function is not None and facts.is_type(node_text(function, data))
        value = given[0] if converts and len(given) == 1 else None
    return value


def _func(name: str, facts: PackageFacts) -> Callee | None:
    CLOCK.decisive.add(name)
    declared = facts.package.declared(name, facts.target, facts.like)
    if declared:
        return next((_code(source, d, facts) for source, d in declared if isinstance(d, FuncDeclaration)), None)
    dotted = (_facts_of(i.path, facts) for i in facts.imports if i.name == ".") if name[:1].isupper() else ()
    return next((found for there in dotted if there is not None and (found := _func(name, there))), None)


def _imported(qualifier: str, name: str, facts: PackageFacts) -> Callee | None:
    path = next((i.path for i in facts.imports if named(i) == qualifier), "")
    there = _facts_of(path, facts) if path else None
    return _func(name, there) if there is not None else None


def _facts_of(path: str, facts: PackageFacts) -> PackageFacts | None:
    """The facts of a package of the program."""
    if path == facts.path:
        return facts
    folder = facts.surroundings.folder(path) if facts.surroundings is not None else None
    like = folder.any_member(facts.target) if folder is not None else None
    return replace(facts, package=folder, like=like, path=path) if folder is not None and like is not None else None


def _code(source: SourceFile, declared: FuncDeclaration, facts: PackageFacts) -> Callee | None:
    never = _NEVER | _NEVER_IN_RACE if "race" in facts.target.tags else _NEVER
    if declared.body_span is None or not never.isdisjoint(declared.pragmas):
        return None
    text = source.data[declared.span.start : declared.span.end]
    function = _function(text)
    name = f"{facts.path}.{declared.qualified_name}"
    own = replace(facts, imports=source.outline.imports, arguments=())
    return Callee(name, function, text, own) if function is not None else None


@functools.lru_cache(maxsize=256)
def _function(text: bytes) -> Node | None:
    root = parse(text).root_node
    kinds = ("function_declaration", "method_declaration")
    return None if root.has_error else next((c for c in root.children if c.type in kinds), None)


def _method(operand: Node, name: str, data: bytes, facts: PackageFacts) -> Callee | None:
    text = typed(operand, data)
    found = facts.denoted(text) if text else None
    if found is None:
        return None
    if isinstance(m.underlying(found.type), m.Interface):
        value = _concrete(operand, data, facts)
        return _method(value, name, data, facts) if value is not None else None
    kind = found.type.element if isinstance(found.type, m.Pointer) else found.type
    receiver = None if found.is_type else operand
    CLOCK.decisive.add(f".{name}")
    level = [kind]
    for depth in range(_FEW):
        having = [h for k in level if isinstance(k, m.Named) for h in _own_method(k, name, facts)]
        if having:
            return replace(having[0], receiver=receiver if depth == 0 else None) if len(having) == 1 else None
        structs = [s for s in map(m.underlying, level) if isinstance(s, m.Struct)]
        if any(f.name == name for s in structs for f in s.fields):
            return None
        inner = [f.type for s in structs for f in s.fields if f.embedded]
        level = [t.element if isinstance(t, m.Pointer) else t for t in inner]
    return None


def _own_method(kind: m.Named, name: str, facts: PackageFacts) -> Iterator[Callee]:
    there = _facts_of(kind.path, facts)
    if there is None:
        return
    for source, declared in there.package.methods(kind.name, there.target, there.like):
        found = _code(source, declared, there) if declared.name == name else None
        if found is not None:
            yield found
