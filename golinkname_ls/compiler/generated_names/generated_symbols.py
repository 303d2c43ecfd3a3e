"""Compiler-generated symbols: those of func literals, wrappers, method values, inits and cgo.

    func F() { func() {}() }          → p.F.func1
    func F() { go g(1) }              → p.F.gowrap1 since 1.22, before p.F.func1
    func init() {}                    → p.init.0
    x := t.Method                     → p.T.Method-fm

A symbol counts as generated if the source may give rise to one of its name; inlining is not followed.
"""

from __future__ import annotations

import re

from golinkname_ls.catalog.std.symbols import Kind, split_symbol
from golinkname_ls.compiler.generated_names.func_literal_counts import (
    FuncLiterals,
    func_literals_in,
    takes_method_value,
)
from golinkname_ls.golang.packages.package_folder import PackageFolder
from golinkname_ls.golang.targets.target import Target
from golinkname_ls.program.package_directives import selected_sources
from golinkname_ls.program.program import Program
from golinkname_ls.syntax.files.block_search import search
from golinkname_ls.syntax.files.source_file import SourceFile
from golinkname_ls.syntax.items.declarations import FuncDeclaration, TypeDeclaration, VarDeclaration

_CLOSURE = re.compile(r"\.(func|gowrap|deferwrap)\d+(\.\d+)*(\.(func|gowrap|deferwrap)\d+(\.\d+)*)*$")
# Names that the compiler makes for what has none in the source: method values, inits, wrappers.
_GENERATED = re.compile(r"(-fm|·dwrap\d*|-range\d+|-wrapper\d*)$|^init(\.\d+)?$|^main\.main$")
# cmd/cgo/out.go: a func for each C func that is called, one more for calls that ask for errno.
_OF_CGO = re.compile(r"_C2?func_(\w+)")
# What it makes that is data: func values, init tasks, statement temporaries.
_DATA = re.compile(r"·f$|^\.|\.\.(?!func)")
_INIT = re.compile(r"init\.(\d+)")
_RANGE = re.compile(r"(.+)-range(\d+)")
_LEVEL = re.compile(r"\.(func|gowrap|deferwrap|)(\d+)")
_PLAIN = re.compile(r"-?\d+(\.\d+)?|\"\w*\"|true|false|nil")
_DECLARED = re.compile(r"\w+|(\w+|\(\*\w+\))\.\w+")
# cmd/compile/internal/ir/func.go, closureName: since 1.22 those of package-level vars belong to init, and wrappers of
# `go` and `defer` have names of their own.
_NAMED_BY_INIT = (1, 22)
# Since then a literal of an inlined func has that func's name in its own (1.21.13: func.go:386, go.dev/issue/60324).
_NAMED_BY_INLINED = (1, 21)
# The closures' names stay what they were up to here: with 1.27 the linker finds those of other packages no more (measured),
# and those of inlined funcs have their own func's name (1.27.3: func.go:482).
CLOSURES_UNTIL = (1, 26)


def is_generated(symbol: str) -> bool:
    """Whether a symbol's name has the form of a compiler-generated one."""
    name = split_symbol(symbol)[1]
    return bool(_GENERATED.search(name) or _DATA.search(name) or _OF_CGO.fullmatch(name) or is_closure(symbol))


def is_closure(symbol: str) -> bool:
    """Whether a symbol's name has the form of a func literal's or wrapper's."""
    return bool(_CLOSURE.search("." + split_symbol(symbol)[1]))


def closure_of(symbol: str) -> str:
    """Symbol of the named func whose literal a symbol is (`p.F` of `p.F.func1`); "" where that is not plain."""
    prefix, name = split_symbol(symbol)
    match = _CLOSURE.search("." + name)
    outer = ("." + name)[1 : match.start()] if match is not None else ""
    return f"{prefix}.{outer}" if re.fullmatch(r"\w+", outer) and outer != "init" else ""


def generated_kind(program: Program, package: PackageFolder, name: str, target: Target) -> Kind | None:
    """Kind of the symbol that the compiler may have generated in a package under the name; None where it has none."""
    key = (generated_kind, package, name, target)
    return program.answers.ask(key, lambda: _kind_in_package(program, package, name, target))


def _kind_in_package(program: Program, package: PackageFolder, name: str, target: Target) -> Kind | None:
    match = _CLOSURE.search("." + name)
    if match is not None:
        return Kind.FUNC if _may_hold_closure(package, ("." + name)[1 : match.start()], match[0], target) else None
    if _DATA.search(name):
        return Kind.VAR
    called = _OF_CGO.fullmatch(name)
    if called is not None:
        return Kind.FUNC if _calls_c(package, called[1], target) else None
    if not _GENERATED.search(name):
        return None
    return Kind.FUNC if _may_be_generated(program, package, name, target) else None


def _may_be_generated(program: Program, package: PackageFolder, name: str, target: Target) -> bool:
    numbered, ranged = _INIT.fullmatch(name), _RANGE.fullmatch(name)
    if numbered is not None:
        declared = (d for s in _compiled(package, target, "init") for d in s.outline.declarations())
        inits = sum(isinstance(d, FuncDeclaration) and d.name == "init" and not d.is_method for d in declared)
        return int(numbered[1]) < inits
    if name == "init":
        # cmd/compile/internal/pkginit/init.go: what is left to do for vars at run time; init funcs have their own names.
        vars_ = (d for s in _every(package, target) for d in s.outline.declarations() if isinstance(d, VarDeclaration))
        return any(d.initial != "" and not _PLAIN.fullmatch(d.value) for d in vars_)
    if name.endswith("-fm"):
        return "." in name and _takes_method_value(program, name.removesuffix("-fm").rpartition(".")[2])
    if ranged is not None:
        bodies = _bodies(package, ranged[1], target)
        return bodies is None or any(body.ranges >= int(ranged[2]) for body in bodies)
    return True


def _calls_c(package: PackageFolder, name: str, target: Target) -> bool:
    """Whether a file that imports C mentions a name of C's."""
    word = re.compile(rb"\bC\.%s\b" % re.escape(name.encode("utf-8", "surrogateescape")))
    importing = (s for s in _compiled(package, target, name) if any(i.path == "C" for i in s.outline.imports))
    called = name.encode("utf-8", "surrogateescape")
    return any(
        any(search(source, called, _calls_c, lambda _, data, extent: word.search(data, *extent) is not None))
        for source in importing
    )


def _takes_method_value(program: Program, method: str) -> bool:
    word = method.encode("utf-8", "surrogateescape")
    return any(
        any(
            search(
                source,
                word,
                _takes_method_value,
                lambda root, data, extent: takes_method_value(root, data, word, extent),
            )
        )
        for package in program.closure.packages.values()
        for source in package.holding("." + method)
    )


def _may_hold_closure(package: PackageFolder, outer: str, closure: str, target: Target) -> bool:
    version = (target.go.major, target.go.minor)
    if "wrap" in closure and version < _NAMED_BY_INIT:
        return False
    if outer in ("glob.", "init") and (outer == "init") is not (version >= _NAMED_BY_INIT):
        return False
    bodies = _vars(package, target) if outer in ("glob.", "init") else _bodies(package, outer, target)
    return bodies is None or any(_may_have(body, closure, version) for body in bodies)


def _may_have(body: FuncLiterals, closure: str, version: tuple[int, int]) -> bool:
    """Whether one of the func literals or wrappers of a body may bear the name behind that of its func."""
    if body.calls and version < _NAMED_BY_INLINED:
        return True
    level = [body]
    for number, match in enumerate(_LEVEL.finditer(closure)):
        kind, count = match[1] or "func", int(match[2])
        if number and match[1] == "func":
            return True  # Something inlined: the name does not say how often.
        if kind == "func":
            shared = version < _NAMED_BY_INIT
            if not any(len(c.literals) + c.wraps * shared >= count for c in level):
                return False
            if shared and any(c.wraps for c in level):
                return True
            level = [inner for c in level for inner in c.literals]
            continue
        # A literal of a literal is numbered by its own func; wrappers have no more in them.
        return any((c.goes if kind == "gowrap" else c.defers) and c.wraps >= count for c in level)
    return True


def _bodies(package: PackageFolder, outer: str, target: Target) -> list[FuncLiterals] | None:
    """What stands in the bodies of the funcs or methods of a name (none: []); None where that is not known."""
    if re.fullmatch(r"init\.\d+", outer):
        outer = "init"  # The compiler numbers them over all files.
    elif not _DECLARED.fullmatch(outer):
        return None
    word, found = outer.rpartition(".")[2], []
    for source in _compiled(package, target, word):
        for declaration in source.outline.declarations():
            if not isinstance(declaration, FuncDeclaration) or declaration.qualified_name != outer:
                continue
            if source.outline.has_error:
                return None
            # What an instance of a generic has bears the type arguments in its name.
            place = source.outline.place(declaration)
            known = place.body if place is not None else None
            if known is None or declaration.type_parameters or "[" in declaration.receiver:
                continue
            start, end = known
            body = source.tree.root_node.descendant_for_byte_range(start, end)
            found.append(func_literals_in([body] if body is not None else [], source.data))
    if not found and "." in outer and not outer.startswith("(") and _names_inlined(target):
        head = outer.partition(".")[0]
        declared = (d for s in _compiled(package, target, head) for d in s.outline.declared(head))
        if not any(isinstance(d, TypeDeclaration) for d in declared):
            return None  # It was inlined, perhaps, in the func that the name begins with.
    return found


def _names_inlined(target: Target) -> bool:
    """Whether the literals of an inlined func have the names of both funcs in theirs."""
    return _NAMED_BY_INLINED <= (target.go.major, target.go.minor) <= CLOSURES_UNTIL


def _vars(package: PackageFolder, target: Target) -> list[FuncLiterals] | None:
    nodes, sources = [], _every(package, target)
    if any(source.outline.has_error for source in sources):
        return None
    for source in sources:
        root = source.tree.root_node
        nodes.append(func_literals_in([n for n in root.children if n.type == "var_declaration"], source.data))
    together = FuncLiterals([literal for c in nodes for literal in c.literals], calls=any(c.calls for c in nodes))
    return [together]


def _compiled(package: PackageFolder, target: Target, word: str) -> list[SourceFile]:
    return selected_sources(package, target, package.having(word))


def _every(package: PackageFolder, target: Target) -> list[SourceFile]:
    return _compiled(package, target, "package")
