"""What is known of std's constants and funcs that the catalog has no values and bodies of."""

from __future__ import annotations

from tree_sitter import Node

from golinkname_ls.golang.types import model as m
from golinkname_ls.golang.types.operand import Mode
from golinkname_ls.golang.version import GoVersion
from golinkname_ls.linking.callee import std_name
from golinkname_ls.linking.movable import has_effects
from golinkname_ls.linking.site import Site, bare, conversion, named
from golinkname_ls.syntax.declaration import ConstDeclaration

_NEVER = GoVersion(99, 0)
_ALWAYS = (GoVersion(1, 0), _NEVER)
# Funcs of one `return` of a pointer to a literal, or of a literal as an interface, and the versions from which and up to
# which they are that (`go build` of vars that begin so, 1.21.13 to 1.27.3; what was so from the start is "1.0").
_MADE = {
    ("bufio", "NewReadWriter"): _ALWAYS,
    ("bufio", "NewScanner"): _ALWAYS,
    ("bytes", "NewBuffer"): _ALWAYS,
    ("bytes", "NewBufferString"): _ALWAYS,
    ("bytes", "NewReader"): _ALWAYS,
    ("context", "Background"): _ALWAYS,
    ("context", "TODO"): _ALWAYS,
    ("encoding/base64", "NewDecoder"): _ALWAYS,
    ("encoding/csv", "NewReader"): _ALWAYS,
    ("encoding/csv", "NewWriter"): _ALWAYS,
    ("encoding/hex", "NewEncoder"): _ALWAYS,
    ("encoding/json", "NewDecoder"): (GoVersion(1, 0), GoVersion(1, 27)),
    ("encoding/json", "NewEncoder"): (GoVersion(1, 0), GoVersion(1, 27)),
    ("errors", "New"): _ALWAYS,
    ("go/ast", "NewIdent"): _ALWAYS,
    ("go/token", "NewFileSet"): _ALWAYS,
    ("io", "LimitReader"): _ALWAYS,
    ("io", "TeeReader"): _ALWAYS,
    ("math/rand", "NewSource"): _ALWAYS,
    ("net/http", "FS"): _ALWAYS,
    ("net/http", "FileServer"): _ALWAYS,
    ("net/http", "NewFileTransport"): _ALWAYS,
    ("net/http", "NewServeMux"): (GoVersion(1, 22), _NEVER),
    ("net/http", "NotFoundHandler"): _ALWAYS,
    ("net/http", "RedirectHandler"): _ALWAYS,
    ("net/http", "TimeoutHandler"): _ALWAYS,
    ("net/http/httptest", "NewRecorder"): _ALWAYS,
    ("net/textproto", "NewWriter"): _ALWAYS,
    ("net/url", "User"): _ALWAYS,
    ("net/url", "UserPassword"): _ALWAYS,
    ("os", "DirFS"): _ALWAYS,
    ("sort", "Reverse"): _ALWAYS,
    ("strings", "NewReader"): _ALWAYS,
    ("sync", "NewCond"): _ALWAYS,
}


def is_std_value(call: Node, site: Site) -> bool:
    """Whether a call of std's is replaced by a value that is data, whatever its arguments."""
    arguments = named(call.child_by_field_name("arguments"))
    return is_std_inlined(call, site) and not any(has_effects(a, site) for a in arguments)


def is_std_inlined(call: Node, site: Site) -> bool:
    """Whether a call of std's is known to be inlined."""
    since, before = _MADE.get(std_name(call, site.data, site.facts) or ("", ""), (_NEVER, _NEVER))
    return since <= site.facts.target.go < before


def is_std_constant(node: Node, site: Site) -> bool:
    """Whether it is a constant of a value not known here: the catalog has those of std's alone that types need.

    Few of them are zero.
    """
    return _is_unknown(node, site) is True


def _is_unknown(node: Node, site: Site) -> bool | None:
    """None for what is no constant."""
    node = bare(node)
    if node.type in ("composite_literal", "func_literal"):
        return None
    found = site.operand(node)
    if found.mode is Mode.CONSTANT:
        return False
    match node.type:
        case "identifier" if site.argument(node) is None:
            declared = site.scope.package.declared(site.text(node))
            return True if declared is not None and isinstance(declared.declaration, ConstDeclaration) else None
        case "selector_expression":
            return _is_selected(node, site)
        case "unary_expression":
            operand, operator = node.child_by_field_name("operand"), site.text(node)[:1]
            return _is_unknown(operand, site) if operand is not None and operator in "+-!^" else None
        case "binary_expression":
            sides = [node.child_by_field_name(f) for f in ("left", "right")]
            answers = [_is_unknown(s, site) for s in sides if s is not None]
            return None if None in answers else any(answers)
        case "call_expression" | "type_conversion_expression":
            converted = conversion(node, site)
            if converted is None or not isinstance(m.underlying(converted[0]), m.Basic):
                return None
            return _is_unknown(converted[1], site)
    return None


def _is_selected(node: Node, site: Site) -> bool | None:
    operand, field = node.child_by_field_name("operand"), node.child_by_field_name("field")
    holder = site.operand(operand) if operand is not None else None
    if holder is None or holder.mode is not Mode.PACKAGE or field is None:
        return None
    package = site.checker.packages.package(holder.name, site.facts.path)
    declared = package.declared(site.text(field)) if package is not None else None
    if declared is not None:
        return True if isinstance(declared.declaration, ConstDeclaration) else None
    surroundings = site.facts.surroundings
    is_std = package is not None and surroundings is not None and surroundings.folder(holder.name) is None
    return True if is_std else None
