"""Allocations of a mirror type: whether code of a package makes values of it, which upstream may write to."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from tree_sitter import Node

from golinkname_ls.golang.packages.package_folder import PackageFolder
from golinkname_ls.golang.targets.target import Target
from golinkname_ls.syntax.files.block_search import search
from golinkname_ls.syntax.files.source_file import SourceFile
from golinkname_ls.syntax.items.package_membership import Member
from golinkname_ls.syntax.scan.whole_words import word_of
from golinkname_ls.syntax.tree.identifier_nodes import occurrences_of

_DEPTH = 4
"""Structs within structs, and aliases of aliases, that are looked through."""


def allocates(package: PackageFolder, target: Target, like: Member, name: str, depth: int = 0) -> bool:
    """Whether a file compiled with `like` makes values of the type `name`, qualified or not, or of what holds one.

    That is `T{…}`, `new(T)`, `var x T`, arrays and slices of it, and a struct with a field of that type that is made
    so. A var counts if its address is taken, and not if a directive lays it over upstream's: its memory is upstream's.
    """
    holders = dict[str, None]()
    for source in package.selected(target, like, package.having(name)):
        made, found = source.answers.ask((allocates, name), partial(_in_file, source, name))
        if made:
            return True
        holders |= dict.fromkeys(found)
    inner = (h for h in holders if depth < _DEPTH and h != name)
    return any(allocates(package, target, like, holder, depth + 1) for holder in inner)


def _in_file(source: SourceFile, name: str) -> tuple[bool, tuple[str, ...]]:
    """Whether a file makes values of the type, and if not, what holds one."""
    pulled = frozenset(d.local for d in source.outline.directives if d.well_formed)
    word, holders = word_of(name), list[str]()
    for made, held in search(source, word, (allocates, pulled), partial(_in_text, word, pulled)):
        if made:
            return True, ()
        holders += held
    return False, tuple(holders)


def _in_text(
    word: bytes, pulled: frozenset[str], root: Node, data: bytes, extent: tuple[int, int]
) -> tuple[bool, tuple[str, ...]]:
    holders = list[str]()
    for node in occurrences_of(root, data, word, *extent):
        if _allocates(node, data, pulled) and not _measured(node, data):
            return True, ()
        holders += _holder(node, data)
    return False, tuple(holders)


def _holder(node: Node, data: bytes) -> Iterator[str]:
    """Type of the package that is an alias of the type at `node`, or a struct with a field of that type."""
    node = _outermost(node)[0]
    parent = node.parent
    if parent is None or node != parent.child_by_field_name("type"):
        return
    if parent.type == "field_declaration":
        fields = parent.parent
        struct = fields.parent if fields is not None else None
        parent = struct.parent if struct is not None and struct.type == "struct_type" else None
    elif parent.type != "type_alias":
        return
    name = parent.child_by_field_name("name") if parent is not None else None
    if parent is not None and name is not None and parent.type in ("type_spec", "type_alias"):
        yield data[name.start_byte : name.end_byte].decode("utf-8", "replace")


def _outermost(node: Node) -> tuple[Node, bool]:
    """The whole of the type that is `T`, `p.T`, `[n]T` or `[]T`, and whether there is a slice in it."""
    slices = False
    while node.parent is not None and node.parent.type in _AROUND:
        node = node.parent
        slices = slices or node.type == "slice_type"
    return node, slices


_AROUND = ("qualified_type", "selector_expression", "array_type", "implicit_length_array_type", "slice_type")
_MEASURING = (b"Sizeof", b"Alignof", b"Offsetof", b"TypeOf", b"TypeFor")


def _measured(node: Node, data: bytes) -> bool:
    """Whether the value is made only to be asked for its type or size."""
    holder: Node | None = node
    while holder is not None and not holder.type.endswith(("_declaration", "_statement", "block")):
        function = holder.child_by_field_name("function") if holder.type == "call_expression" else None
        if function is not None and data[function.start_byte : function.end_byte].endswith(_MEASURING):
            return True
        holder = holder.parent
    return False


def _allocates(node: Node, data: bytes, pulled: frozenset[str]) -> bool:
    node, slices = _outermost(node)
    parent = node.parent
    if parent is None:
        return False
    if parent.type == "composite_literal":
        return node == parent.child_by_field_name("type")
    if parent.type == "var_spec":
        names = [
            data[n.start_byte : n.end_byte].decode("utf-8", "replace") for n in parent.children_by_field_name("name")
        ]
        kind = parent.child_by_field_name("type")
        return node == kind and not slices and not any(name in pulled or name == "_" for name in names)
    call = parent.parent
    if parent.type != "argument_list" or call is None or call.type != "call_expression":
        return False
    function = call.child_by_field_name("function")
    word = data[function.start_byte : function.end_byte] if function is not None else b""
    return word == (b"make" if slices else b"new")
