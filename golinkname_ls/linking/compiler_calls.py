"""What the compiler itself calls for the code of a package, and a stub for it makes a reference by name.

The runtime's funcs that the compiler calls have numbers in object files, but not those that a directive names
(cmd/internal/obj/sym.go, NumberSyms: `BuiltinIdx(...) != -1 && !rs.IsLinkname()`, 1.24.11:323, 1.27.3:348): with a stub
anywhere in the package, mentioned or not, the compiler's own call is a reference by name, which the linker checks.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from tree_sitter import Node

from golinkname_ls.catalog.symbols import TargetSymbols
from golinkname_ls.golang.package import PackageFolder
from golinkname_ls.golang.target import Target
from golinkname_ls.golang.types import model as m
from golinkname_ls.linking.code import Code, Construct
from golinkname_ls.linking.constructs import CONSTRUCTS
from golinkname_ls.linking.mentioned import mentioned
from golinkname_ls.linking.package_facts import PackageFacts, Surroundings
from golinkname_ls.linking.verdict import era
from golinkname_ls.program.deferred_answers import until_pause
from golinkname_ls.syntax.constant import Decide
from golinkname_ls.syntax.member import Member
from golinkname_ls.syntax.mention import compiled
from golinkname_ls.syntax.source_file import SourceFile


def called_for(
    package: PackageFolder, symbols: TargetSymbols, like: Member, symbol: str, surroundings: Surroundings
) -> str:
    """The code, by its word, for which the compiler certainly calls a func in the package of `like`; "" without."""
    target = symbols.target
    if symbol not in CONSTRUCTS or not era(target.go).builtins or symbol not in symbols.catalog.builtins:
        return ""
    key = (called_for, symbol, target, like.package_name, like.is_test)
    return until_pause(package, key, partial(_called_for, package, target, like, symbol, surroundings))


def _called_for(package: PackageFolder, target: Target, like: Member, symbol: str, surroundings: Surroundings) -> str:
    for construct in CONSTRUCTS[symbol]:
        generics = set[str]()
        having = (name for word in construct.words for name in package.having(word.decode()))
        for source in package.selected(target, like, dict.fromkeys(having)):
            facts = PackageFacts(package, target, like, source.outline.imports, surroundings.path, surroundings)
            for generic in _compiled(source, Code(source.data, facts), construct):
                if not generic:
                    return construct.what
                generics.add(generic)
        if any(mentioned(package, target, like, generic, surroundings) for generic in generics):
            return construct.what
    return ""


def _compiled(source: SourceFile, code: Code, construct: Construct) -> Iterator[str]:
    """As items of `references`, what belongs to such code in a file."""
    if source.outline.has_error:
        return
    root, decide = source.tree.root_node, Decide(code.facts)
    for word in construct.words:
        at = source.data.find(word)
        while at >= 0:
            node = _holder(root.descendant_for_byte_range(at, at + len(word)))
            if node is not None and construct.says(node, code):
                found = compiled(_body(node), source.data, decide) if _surely_run(node, code) else None
                if found is not None:
                    yield found
            at = source.data.find(word, at + len(word))


def _holder(token: Node | None) -> Node | None:
    """What a word or a sign belongs to: for a func's name, and for the bracket behind it, the call."""
    holder = token.parent if token is not None and token.child_count == 0 else token
    return holder.parent if holder is not None and holder.type == "argument_list" else holder


def _body(node: Node) -> Node:
    """Where control comes if code is run at all: of the head of a loop its body."""
    loop = node.parent
    body = loop.child_by_field_name("body") if loop is not None and node.type == "range_clause" else None
    return body if body is not None else node


def _surely_run(node: Node, code: Code) -> bool:
    """Whether no loop around code may be the body of a func that a func is given and never calls."""
    child, parent = node, node.parent
    while parent is not None:
        if parent.type == "for_statement" and child == parent.child_by_field_name("body"):
            clause = next((c for c in parent.children if c.type == "range_clause"), None)
            over = clause.child_by_field_name("right") if clause is not None else None
            kind = code.operand(over) if over is not None else None
            if over is not None and (kind is None or isinstance(m.underlying(kind.type), m.Signature)):
                return False
        child, parent = parent, parent.parent
    return True
