"""Resolution of a link in one program: looks up the remote's definitions and branches by the kind of the stub.

    //go:linkname f time.now; func f() int64   → resolve_pull: a func without body
    //go:linkname f q.f;      func f() {}      → resolve_push: a func with a body
    //go:linkname v q.v;      var v int        → resolve_var: merged with other vars of the name

Left alone are instances of generics, `_` and `init`, and what the linker or the compiler itself provides.
"""

from __future__ import annotations

from golinkname_ls.catalog.std.symbols import Definition, Kind
from golinkname_ls.linking.marks.linker_defined_symbols import LINKER_MADE
from golinkname_ls.linking.resolving.definitions_outside_std import own_definitions
from golinkname_ls.linking.resolving.instances import is_instance, is_never_instantiated
from golinkname_ls.linking.resolving.linked_vars import resolve_var
from golinkname_ls.linking.resolving.outcomes import LinkInProgram, Outcome, Problem
from golinkname_ls.linking.resolving.pulled_funcs import resolve_pull
from golinkname_ls.linking.resolving.pulls_within_goroot import INTRINSICS
from golinkname_ls.linking.resolving.pushed_funcs import resolve_push
from golinkname_ls.program.directive_with_stub import Link
from golinkname_ls.program.program import Program
from golinkname_ls.syntax.items.declarations import FuncDeclaration, VarDeclaration

# Up to then `"".name` meant the package's own name in object files (cmd/internal/obj/line.go and cmd/link/internal/loader).
_CANONICAL_SINCE = (1, 22)


def mark_outcome(link: Link) -> Outcome | None:
    """Outcome of a mark on a func of GOROOT that has a body, whatever else is in the program; None for other links.

    The func defines its own symbol, and there the catalog's word does not count: most of std's directives are such
    marks.
    """
    is_body = isinstance(link.stub, FuncDeclaration) and link.stub.has_body
    return Outcome(needs_mention=False) if is_body and not link.remote else None


def remote_symbol(link: Link, program: Program, path: str) -> str:
    """Linker symbol that a link names: its remote, or the package's own symbol for the one-argument form."""
    remote = link.remote
    if remote.startswith('"".') and (link.target.go.major, link.target.go.minor) < _CANONICAL_SINCE:
        return program.prefix(path) + remote[2:]
    return remote or f"{program.prefix(path)}.{link.local}"


def resolve_in_program(link: Link, program: Program, path: str) -> Outcome:
    """Outcome of a link in a program; `path` is the import path of the link's package."""
    symbol, stub = remote_symbol(link, program, path), link.stub
    if isinstance(stub, FuncDeclaration) and stub.type_parameters:
        return Outcome()  # Only what is made of it has a symbol, under a name of its own.
    if is_instance(symbol, link.target):
        pull = isinstance(stub, FuncDeclaration) and not stub.has_body
        return Outcome(Problem.UNDEFINED) if pull and is_never_instantiated(symbol, program) else Outcome()
    unseen = link.local in ("_", "init")  # The compiler's scope holds neither of these names.
    if unseen or stub is None or (symbol in LINKER_MADE and isinstance(stub, VarDeclaration)):
        return Outcome()
    if program.in_goroot and f"{path}.{link.local}" in INTRINSICS:
        return Outcome()
    found = own_definitions(program, symbol, link.target)
    own = [d for d in found if (d.source, d.declaration) != (link.stub_source, stub) or d.kind is Kind.ASSEMBLY]
    case = LinkInProgram(link, program, path, symbol, own, _in_std(program, symbol))
    if isinstance(stub, VarDeclaration):
        return resolve_var(case, stub)
    return resolve_push(case) if stub.has_body else resolve_pull(case)


def _in_std(program: Program, symbol: str) -> Definition | None:
    found = program.symbols.find(symbol) if not program.in_goroot else None
    return found if found is not None and program.links_std(found.linked_with) else None


def is_func(link: Link) -> bool:
    """Whether the link's local is a func."""
    return isinstance(link.stub, FuncDeclaration)
