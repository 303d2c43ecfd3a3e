"""Does code of a package make values of a type itself, for upstream to fill?"""

from __future__ import annotations

from tree_sitter import Node

from golinkname_ls.golang.package import PackageFolder
from golinkname_ls.golang.target import Target
from golinkname_ls.syntax.mention import places
from golinkname_ls.syntax.source_file import SourceFile


def allocated(package: PackageFolder, target: Target, like: SourceFile, name: str) -> bool:
    """Whether a file compiled with `like` has `T{…}`, `new(T)` or `var x T` for the type `name`, qualified or not.

    A var counts if its address is taken, and not if a directive lays it over upstream's: its memory is upstream's.
    """
    for source in package.selected(target, like, package.having(name)):
        # The file remembers the question, so that an edit that changes the answer is noticed.
        if not source.names(name):
            continue
        pulled = {d.arguments[0].text for d in source.outline.directives if d.well_formed}
        for node in places(source.tree.root_node, source.data, name.encode("utf-8", "surrogateescape")):
            if _allocates(node, source.data, pulled) and not _measured(node, source.data):
                return True
    return False


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


def _allocates(node: Node, data: bytes, pulled: set[str]) -> bool:
    parent = node.parent
    if parent is not None and parent.type in ("qualified_type", "selector_expression"):
        node, parent = parent, parent.parent
    if parent is None:
        return False
    if parent.type == "composite_literal":
        return node == parent.child_by_field_name("type")
    if parent.type == "var_spec":
        names = [
            data[n.start_byte : n.end_byte].decode("utf-8", "replace") for n in parent.children_by_field_name("name")
        ]
        return node == parent.child_by_field_name("type") and not any(name in pulled or name == "_" for name in names)
    call = parent.parent
    if parent.type != "argument_list" or call is None or call.type != "call_expression":
        return False
    function = call.child_by_field_name("function")
    return function is not None and data[function.start_byte : function.end_byte] == b"new"
