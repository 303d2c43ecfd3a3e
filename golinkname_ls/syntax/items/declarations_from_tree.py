"""Reads a Go file's package-level declarations out of its tree.

The same reader serves the workspace, vendor folders, the module cache and a GOROOT's sources.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from tree_sitter import Node

from golinkname_ls.syntax.expressions.one_line_text import flatten
from golinkname_ls.syntax.expressions.tree_reader import func_type_of
from golinkname_ls.syntax.items.declarations import (
    ConstDeclaration,
    DeclarationPlace,
    FileDeclarations,
    FuncDeclaration,
    PlacedDeclaration,
    TypeDeclaration,
    VarDeclaration,
)
from golinkname_ls.syntax.items.directives import scan
from golinkname_ls.syntax.items.header import Header
from golinkname_ls.syntax.items.initializer_kind import classify, reduced
from golinkname_ls.syntax.tree.go_tree import method_type_parameters, node_text, parse
from golinkname_ls.text.span import Span

DECLARATIONS = frozenset(
    {"function_declaration", "method_declaration", "var_declaration", "const_declaration", "type_declaration"}
)


def extract(path: str, data: bytes) -> FileDeclarations:
    """All package-level declarations of one file's bytes; broken parts are left out, nothing is raised."""
    tree = parse(data)
    root = tree.root_node
    header = Header.read(data)
    placed = [
        pair for node in top_level(root) if node.type in DECLARATIONS for pair in declarations_of(node, data, 0, 0)
    ]
    directives = tuple(
        (
            d.verb,
            d.words[0],
            d.remote or "",
            data.count(b"\n", 0, place.span.start) + 1,
        )
        for d, place in scan(data, tree)
        if d.well_formed
    )
    return FileDeclarations(
        path=path,
        package_name=header.package_name,
        constraint=header.constraint,
        imports=header.imports,
        declarations=tuple(declaration for declaration, _ in placed),
        lines=tuple(place.line for _, place in placed),
        directives=directives,
        broken=root.has_error,
    )


def top_level(root: Node) -> Iterator[Node]:
    """The nodes at package level; those inside an ERROR node too, since most of a broken file is still there."""
    for node in root.children:
        if node.type == "ERROR":
            yield from node.children
        else:
            yield node


def declarations_of(node: Node, data: bytes, base: int, base_line: int) -> list[PlacedDeclaration]:
    """Declarations of one top-level node, with places: spans from byte `base`, lines from `base_line`.

    With `base_line` 0 lines are absolute, from 1.
    """
    read = _READERS.get(node.type)
    return list(read(node, data, base, base_line)) if read is not None else []


def names_of(node: Node, data: bytes) -> list[str]:
    """The names that a top-level node declares (no methods), as `declarations_of` gives them but at less cost."""
    if node.type == "function_declaration":
        name = node.child_by_field_name("name")
        known = name is not None and not name.is_missing and node.child_by_field_name("parameters") is not None
        return [node_text(name, data)] if known and name is not None else []
    kinds = _SPECS.get(node.type)
    if kinds is None:
        return []
    names = (name for spec in _specs(node, *kinds) for name in _names(spec))
    return [node_text(name, data) for name in names if name.type != ","]


def lacks_body(node: Node) -> bool:
    """Whether a top-level node is a func or a method without body."""
    return node.type in ("function_declaration", "method_declaration") and node.child_by_field_name("body") is None


def _span(node: Node, base: int) -> Span:
    return Span(node.start_byte - base, node.end_byte - base)


def _place(node: Node, name: Node, base: int, base_line: int, body: Node | None = None) -> DeclarationPlace:
    line = int(name.start_point[0]) - base_line + 1
    return DeclarationPlace(_span(node, base), _span(name, base), line, _span(body, base) if body is not None else None)


def _field(node: Node, name: str, data: bytes) -> str:
    child = node.child_by_field_name(name)
    return flatten(node_text(child, data)) if child is not None else ""


def _brackets(node: Node, name: str, data: bytes) -> str:
    return _field(node, name, data).removeprefix("[").removesuffix("]").strip()


def _func(node: Node, data: bytes, base: int, base_line: int) -> Iterator[PlacedDeclaration]:
    name = node.child_by_field_name("name")
    parameters = node.child_by_field_name("parameters")
    if name is None or parameters is None or name.is_missing:
        return
    result, body = node.child_by_field_name("result"), node.child_by_field_name("body")
    signature = "func" + flatten(node_text(parameters, data))
    if result is not None:
        signature += " " + flatten(node_text(result, data))
    receiver = base_name = ""
    pointer = False
    type_parameters = _brackets(node, "type_parameters", data)
    holder = node.child_by_field_name("receiver")
    if holder is not None:
        receiver = flatten(node_text(holder, data))[1:-1].strip().removesuffix(",")
        base_name, pointer = _receiver_base(holder, data)
        type_parameters = method_type_parameters(data, name.end_byte)
    func = FuncDeclaration(
        name=node_text(name, data),
        signature=signature,
        has_body=body is not None,
        receiver=receiver,
        receiver_base=base_name,
        receiver_is_pointer=pointer,
        type_parameters=type_parameters,
        pragmas=_pragmas(node, data),
        written=func_type_of(node, data) if body is None else None,
    )
    yield func, _place(node, name, base, base_line, body)


def _receiver_base(holder: Node, data: bytes) -> tuple[str, bool]:
    parameter = next((c for c in holder.children if c.type == "parameter_declaration"), None)
    node = parameter.child_by_field_name("type") if parameter is not None else None
    pointer = False
    while node is not None and node.type in ("pointer_type", "parenthesized_type", "generic_type"):
        pointer = pointer or node.type == "pointer_type"
        inner = node.child_by_field_name("type") if node.type == "generic_type" else None
        node = inner or next((c for c in node.children if c.is_named and c.type != "comment"), None)
    return (node_text(node, data) if node is not None else ""), pointer


def _pragmas(node: Node, data: bytes) -> tuple[str, ...]:
    """The `//go:` pragmas of a func: those between it and the declaration before it, as the compiler collects them."""
    found = []
    previous = node.prev_sibling
    while previous is not None and (previous.type == "comment" or not previous.is_named):
        if previous.type == "comment" and data.startswith(b"//go:", previous.start_byte):
            word = node_text(previous, data)[2:].split()[0]
            if not word.startswith("go:linkname"):
                found.append(word)
        previous = previous.prev_sibling
    return tuple(reversed(found))


def _specs(node: Node, *kinds: str) -> Iterator[Node]:
    for child in node.children:
        if child.type in kinds:
            yield child
        elif child.type.endswith("_list"):
            yield from (c for c in child.children if c.type in kinds)


def _names(spec: Node) -> list[Node]:
    return spec.children_by_field_name("name")


def _values(spec: Node) -> list[Node]:
    holder = spec.child_by_field_name("value")
    return [c for c in holder.children if c.is_named and c.type != "comment"] if holder is not None else []


def _var(node: Node, data: bytes, base: int, base_line: int) -> Iterator[PlacedDeclaration]:
    for spec in _specs(node, *_SPECS["var_declaration"]):
        names = [n for n in _names(spec) if n.type == "identifier"]
        values = _values(spec)
        type_text = _field(spec, "type", data)
        for index, name in enumerate(names):
            own = values[index] if len(values) == len(names) else (values[0] if values else None)
            var = VarDeclaration(
                name=node_text(name, data),
                type=type_text,
                value="" if own is None or type_text else reduced(own, data),
                result=index if len(values) != len(names) else 0,
                results=len(names) if own is not None and len(values) != len(names) else 1,
                initial=classify(own, data) if own is not None else "",
            )
            yield var, _place(spec, name, base, base_line)


def _const(node: Node, data: bytes, base: int, base_line: int) -> Iterator[PlacedDeclaration]:
    type_text, values = "", list[Node]()
    for iota, spec in enumerate(_specs(node, *_SPECS["const_declaration"])):
        own = _values(spec)
        if own:
            values, type_text = own, _field(spec, "type", data)
        for index, name in enumerate(n for n in _names(spec) if n.type != ","):
            value = flatten(node_text(values[index], data)) if index < len(values) else ""
            const = ConstDeclaration(node_text(name, data), type_text, value, iota)
            yield const, _place(spec, name, base, base_line)


def _type(node: Node, data: bytes, base: int, base_line: int) -> Iterator[PlacedDeclaration]:
    for spec in _specs(node, *_SPECS["type_declaration"]):
        name = spec.child_by_field_name("name")
        if name is not None:
            kind = TypeDeclaration(
                name=node_text(name, data),
                type=_field(spec, "type", data),
                is_alias=spec.type == "type_alias",
                type_parameters=_brackets(spec, "type_parameters", data),
            )
            yield kind, _place(spec, name, base, base_line)


_SPECS = {
    "var_declaration": ("var_spec",),
    "const_declaration": ("const_spec",),
    "type_declaration": ("type_spec", "type_alias"),
}
_Reader = Callable[[Node, bytes, int, int], Iterator[PlacedDeclaration]]
_READERS: dict[str, _Reader] = {
    "function_declaration": _func,
    "method_declaration": _func,
    "var_declaration": _var,
    "const_declaration": _const,
    "type_declaration": _type,
}
